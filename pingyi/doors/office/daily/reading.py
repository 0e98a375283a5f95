"""What the pages of daily assessment share: points as typed, what the ledgers state, names of measures."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from pingyi.core.clock import now, today
from pingyi.core.errors import Refused
from pingyi.core.words import Words
from pingyi.doors.evidence import SOURCES, facts_between, measures
from pingyi.organisations.domain.facts import Span
from pingyi.review.cycles.domain.decimals import number_text
from pingyi.review.cycles.domain.kinds import BadValueError, Points
from pingyi.review.daily.domain.arithmetic import Sheet
from pingyi.review.daily.domain.ledgers import Stated
from pingyi.review.daily.queries.anew import Calculated, changed_since

if TYPE_CHECKING:
    from pingyi.review.cycles.models import Cycle, Reporter

POINTS = Points()


def sent_points(text: str, field: str, most: Fraction = Fraction(POINTS.maximum)) -> Fraction:
    """Points as typed; nothing, a share or what is no number is refused at the field, which takes up to `most`."""
    remedy = Words("写0到{most}之间的数，可以有小数。", most=number_text(most))
    if any(sign in text for sign in "%％/／"):
        raise Refused(
            Words("“{text}”不是分数。{remedy}", text=text, remedy=remedy),
            code="daily.points",
            field=field,
        )
    try:
        return POINTS.read(text)
    except BadValueError as fault:
        said = Words("“{text}”不是分数。{remedy}", text=text, remedy=remedy) if text.strip() else remedy
        raise Refused(said, code="daily.points", field=field) from fault


def span_of(year: int, day: date) -> Span:
    """The calendar year of a review, as far as it has gone by."""
    last = date(year, 12, 31)
    return Span(date(year, 1, 1), max(date(year, 1, 1), min(last, day)))


def stated_about(reporters: "Sequence[Reporter]", year: int, day: date) -> Stated:
    """What the ledgers state of these people's organisations in the year, as far as it has gone by. As many queries as
    the sources take.
    """
    span = span_of(year, day)
    kept_by = {measure.code: source.kept_by for source in SOURCES for measure in source.measures}
    facts = facts_between([one.organisation_id for one in reporters], span)
    return Stated(span, facts, measure_titles(), kept_by)


def changed_today(rows: Sequence[Calculated], cycle: "Cycle") -> dict[int, Sheet]:
    """By reporter: what would come out today, where it is not what was calculated. As many queries as the ledgers take,
    however many rows; none before anything was calculated, and once nothing can be calculated any more.
    """
    if cycle.state == "archived" or all(row.score is None for row in rows):
        return {}
    return changed_since(rows, stated_about([row.reporter for row in rows], cycle.year, today(now())))


def measure_titles() -> dict[str, str]:
    """The names of the numbers that ledgers state, by code."""
    return {code: one.title for code, one in measures().items()}
