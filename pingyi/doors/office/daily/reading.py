"""What the pages of daily assessment share: points as typed, the span of a year, names of measures."""

from datetime import date
from fractions import Fraction

from pingyi.core.errors import Refused
from pingyi.core.words import Words
from pingyi.doors.evidence import measures
from pingyi.organisations.domain.facts import Span
from pingyi.review.cycles.domain.kinds import BadValueError, Points

POINTS = Points()


def sent_points(text: str, field: str) -> Fraction:
    """Points as typed; nothing, a share or what is no number is refused at the field."""
    if any(sign in text for sign in "%％/／"):
        raise Refused(
            Words("“{text}”不是分数。写0到{maximum}之间的数，例如8.5。", text=text, maximum=POINTS.maximum),
            code="daily.points",
            field=field,
        )
    try:
        return POINTS.read(text)
    except BadValueError as fault:
        raise Refused(str(fault), code="daily.points", field=field) from fault


def span_of(year: int, day: date) -> Span:
    """The calendar year of a review, as far as it has gone by."""
    last = date(year, 12, 31)
    return Span(date(year, 1, 1), max(date(year, 1, 1), min(last, day)))


def measure_titles() -> dict[str, str]:
    """The names of the numbers that ledgers state, by code."""
    return {code: one.title for code, one in measures().items()}
