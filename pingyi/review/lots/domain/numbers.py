"""The numbers as people type them."""

import unicodedata
from collections.abc import Sequence

from pingyi.review.lots.domain.announcement import Source


def tidy_number(text: str) -> str:
    """Digits only, full-width ones as ordinary ones, without the spaces that people put between them."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def number_fault(source: Source, number: str) -> str:
    """What is wrong with a number, nothing if it is what was announced."""
    if not number:
        return f"{source.label}的数还没有填。"
    if not (number.isascii() and number.isdigit()):
        return f"{source.label}的数只能是数字，不要字母和符号。"
    if len(number) != source.digits:
        return f"{source.label}的数公布的是{source.digits}位，这里有{len(number)}位。前面的0也要照写。"
    return ""


def number_faults(sources: Sequence[Source], numbers: Sequence[str]) -> dict[int, str]:
    """What is wrong by place of the source, counted from 0."""
    faults = {
        place: number_fault(source, number)
        for place, (source, number) in enumerate(zip(sources, numbers, strict=True))
    }
    return {place: words for place, words in faults.items() if words}
