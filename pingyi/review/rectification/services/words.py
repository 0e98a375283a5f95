"""Words that an act needs: a reason, a measure, an answer."""

from pingyi.core.errors import Refused
from pingyi.core.words import Words

REASON, REPORT = 500, 3_000


def asked_words(text: str, *, missing: str, code: str, field: str, most: int = REASON) -> str:
    """The words without blanks around them; none, or too many, are refused at their field."""
    words = text.strip()
    if not words:
        raise Refused(missing, code=code, field=field)
    if len(words) > most:
        raise Refused(
            Words(
                "写了{words}字，最多{most}字，没有保存。请写短些，详情放在佐证里。",
                words=len(words),
                most=most,
            ),
            code=f"{code}_too_long",
            field=field,
        )
    return words
