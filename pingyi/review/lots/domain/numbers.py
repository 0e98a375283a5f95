"""The numbers as people type them."""

import unicodedata
from collections.abc import Sequence

from pingyi.core.words import Words
from pingyi.review.lots.domain.announcement import Source


def tidy_number(text: str) -> str:
    """Digits only, full-width ones as ordinary ones, without the spaces that people put between them."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def number_fault(source: Source, number: str) -> str:
    """What is wrong with a number, nothing if it is what was announced."""
    if not number:
        return Words("{label}的数还没有填。", label=source.label)
    if not (number.isascii() and number.isdigit()):
        return Words("{label}的数只能是数字，不要字母和符号。", label=source.label)
    if len(number) != source.digits:
        return Words(
            "{label}的数公布的是{digits}位，这里有{number}位。前面的0也要照写。",
            label=source.label,
            digits=source.digits,
            number=len(number),
        )
    return ""


def number_faults(sources: Sequence[Source], numbers: Sequence[str]) -> dict[int, str]:
    """What is wrong by place of the source, counted from 0."""
    faults = {
        place: number_fault(source, number)
        for place, (source, number) in enumerate(zip(sources, numbers, strict=True))
    }
    return {place: words for place, words in faults.items() if words}
