"""What a calculation would come to now: from the set, what the ledgers state and the checked self-assessments."""

from collections.abc import Iterable, Mapping
from typing import Protocol

from pingyi.review.cycles.models import Reporter
from pingyi.review.daily.domain.arithmetic import Gaps, Sheet, add_up, is_same
from pingyi.review.daily.domain.indicators import Gap
from pingyi.review.daily.domain.ledgers import Stated
from pingyi.review.daily.queries.assessments import Assessment, assessments_of
from pingyi.review.daily.queries.scores import ScoreReading
from pingyi.review.daily.queries.sets import SetReading


class Calculated(Protocol):
    """A secretary with her set and the newest calculation, where there are such."""

    @property
    def reporter(self) -> Reporter: ...

    @property
    def reading(self) -> SetReading | None: ...

    @property
    def score(self) -> ScoreReading | None: ...


def sheets_now(asked: Iterable[tuple[Reporter, SetReading]], stated: Stated) -> dict[int, Sheet]:
    """By reporter: the arithmetic of each by this set. Two queries."""
    pairs = list(asked)
    assessed = assessments_of([one for one, _ in pairs])
    return {
        one.pk: _sheet(reading, stated, one.organisation_id, assessed.get(one.pk, {}))
        for one, reading in pairs
    }


def changed_since(rows: Iterable[Calculated], stated: Stated) -> dict[int, Sheet]:
    """By reporter: what would come out now, for those whose newest calculation no longer holds. Two queries."""
    kept = {
        row.reporter.pk: (row.reporter, row.reading, row.score.sheet)
        for row in rows
        if row.score is not None and row.reading is not None
    }
    now = sheets_now([(reporter, reading) for reporter, reading, _ in kept.values()], stated)
    return {pk: sheet for pk, sheet in now.items() if not is_same(kept[pk][2], sheet)}


def _sheet(
    reading: SetReading, stated: Stated, organisation_id: int, assessed: Mapping[int, Assessment]
) -> Sheet:
    row, checked = reading.indicator_set, {}
    for place, pk in enumerate(reading.ids):
        found = assessed[pk].checked if pk in assessed else None
        if found is not None:
            checked[place] = found
    gaps = Gaps(Gap(row.no_record), Gap(row.not_checked))
    return add_up(reading.rows, stated.of(organisation_id), checked, gaps)
