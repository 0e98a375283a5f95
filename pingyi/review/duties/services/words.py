"""Words and days that an act needs."""

from datetime import date, datetime

from pingyi.core.clock import today
from pingyi.core.errors import Refused
from pingyi.core.words import Words

LONGEST = 1_000


def asked_words(text: str, missing: str, *, field: str) -> str:
    """The words without blanks around them; none, or too many, are refused at their field."""
    words = text.strip()
    if not words:
        raise Refused(missing, code=f"duty.{field}", field=field)
    if len(words) > LONGEST:
        raise Refused(
            Words("写了{words}字，最多{most}字，没有保存。请写短些。", words=len(words), most=LONGEST),
            code=f"duty.{field}_too_long",
            field=field,
        )
    return words


def day_done(day: date | None, now: datetime) -> date:
    """The day on which it was done: today unless said, never a day to come."""
    done_on = day or today(now)
    if done_on > today(now):
        raise Refused(
            Words("做成的日子在今天以后。写做成的那一天。"), code="duty.done_later", field="done_on"
        )
    return done_on
