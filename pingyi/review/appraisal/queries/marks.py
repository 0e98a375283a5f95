"""Marks from outside the ballot: which the rules need, which are there."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from pingyi.review.appraisal.models import OutsideMark
from pingyi.review.cycles.domain.settings import ReviewSettings
from pingyi.review.cycles.models import Cycle


@dataclass(frozen=True)
class Marks:
    """The two marks of one person, None where nobody has entered one."""

    daily: Fraction | None = None
    leader: Fraction | None = None

    def of(self, part: str) -> Fraction | None:
        return self.daily if part == "daily" else self.leader


def needed_parts(settings: ReviewSettings) -> tuple[str, ...]:
    """The parts outside the ballot to which the settings give weight."""
    weights = {"daily": settings.composite_daily, "leader": settings.composite_leader}
    return tuple(part for part, weight in weights.items() if weight)


def marks_of(cycle: Cycle) -> dict[int, Marks]:
    """All marks of a review by reporter. One query."""
    return {
        row.reporter_id: Marks(
            _mark(row.daily_numerator, row.daily_denominator),
            _mark(row.leader_numerator, row.leader_denominator),
        )
        for row in OutsideMark.objects.filter(reporter__cycle=cycle)
    }


def without_mark(
    parts: Iterable[str], reporter_ids: Iterable[int], marks: Mapping[int, Marks]
) -> dict[str, list[int]]:
    """By part: who has no mark yet. Parts that are complete are left out."""
    wanted = list(reporter_ids)
    missing = {part: [one for one in wanted if marks.get(one, Marks()).of(part) is None] for part in parts}
    return {part: ids for part, ids in missing.items() if ids}


def _mark(numerator: int | None, denominator: int | None) -> Fraction | None:
    return None if numerator is None or denominator is None else Fraction(numerator, denominator)
