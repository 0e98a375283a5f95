"""Counts of a list of problems, each with its denominator."""

from collections.abc import Iterable
from dataclasses import dataclass

from pingyi.review.rectification.domain.problem import ProblemState


@dataclass(frozen=True)
class Standing:
    """One problem as far as counting looks at it."""

    state: str
    is_late: bool = False
    waits_for_check: bool = False
    waits_for_approval: bool = False


@dataclass(frozen=True)
class Tally:
    """`total` leaves out what was withdrawn after a contest: that is no problem of anybody any more."""

    total: int = 0
    raised: int = 0
    contested: int = 0
    unplanned: int = 0
    in_progress: int = 0
    closed: int = 0
    withdrawn: int = 0
    late: int = 0
    to_check: int = 0
    to_approve: int = 0

    @property
    def answered(self) -> int:
        """Claimed or contested."""
        return self.total - self.raised

    @property
    def claimed(self) -> int:
        return self.unplanned + self.in_progress + self.closed


def tally(problems: Iterable[Standing]) -> Tally:
    """All counts at once."""
    rows = list(problems)
    by_state = {state: sum(row.state == state for row in rows) for state in ProblemState}
    return Tally(
        total=len(rows) - by_state[ProblemState.WITHDRAWN],
        raised=by_state[ProblemState.RAISED],
        contested=by_state[ProblemState.CONTESTED],
        unplanned=by_state[ProblemState.CLAIMED],
        in_progress=by_state[ProblemState.IN_PROGRESS],
        closed=by_state[ProblemState.CLOSED],
        withdrawn=by_state[ProblemState.WITHDRAWN],
        late=sum(row.is_late for row in rows),
        to_check=sum(row.waits_for_check for row in rows),
        to_approve=sum(row.waits_for_approval for row in rows),
    )
