"""How an entry stands, from facts alone: what was reported and confirmed, the stages, and the tasks that hang on it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pingyi.review.duties.domain.entries import Part, ReportState
from pingyi.review.duties.domain.stages import LAST


class Standing(StrEnum):
    """`AGAIN`: found done, and one of its tasks is open again since."""

    DONE = "done"
    WAITING = "waiting"
    AGAIN = "again"
    LATE = "late"
    OPEN = "open"
    DROPPED = "dropped"


@dataclass(frozen=True)
class TaskCounts:
    """The rectification tasks that hang on an entry. What waits for its check is open and not late."""

    total: int = 0
    closed: int = 0
    late: int = 0

    @property
    def open(self) -> int:
        return self.total - self.closed


@dataclass(frozen=True)
class Facts:
    """`stage` is the number of stages a project has finished; `report` what was said about a duty."""

    part: str
    report: str
    stage: int
    due_on: date | None
    tasks: TaskCounts = TaskCounts()
    is_dropped: bool = False

    @property
    def is_finished(self) -> bool:
        """By what people said, before the tasks are asked."""
        return self.stage == LAST if self.part == Part.PROJECT else self.report == ReportState.CONFIRMED


def standing_of(facts: Facts, late_before: date) -> Standing:
    """Nothing is done as long as one of its tasks is open, whatever was said. What was due before `late_before` is
    late."""
    if facts.is_dropped:
        return Standing.DROPPED
    if facts.is_finished:
        return Standing.AGAIN if facts.tasks.open else Standing.DONE
    if facts.report == ReportState.REPORTED:
        return Standing.WAITING
    return Standing.LATE if facts.due_on is not None and facts.due_on < late_before else Standing.OPEN


@dataclass(frozen=True)
class Tally:
    """Counts of a list. `total` leaves out what was dropped."""

    total: int = 0
    done: int = 0
    waiting: int = 0
    late: int = 0


def tally(standings: Iterable[Standing]) -> Tally:
    rows = [one for one in standings if one is not Standing.DROPPED]
    return Tally(
        total=len(rows),
        done=rows.count(Standing.DONE),
        waiting=rows.count(Standing.WAITING),
        late=rows.count(Standing.LATE),
    )
