"""Every problem of a list as far as counting and choosing look at it, in two queries, however many there are."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import QuerySet

from pingyi.core.clock import today
from pingyi.organisations.domain.reckoning import Reckoning
from pingyi.review.cycles.models import Cycle
from pingyi.review.rectification.domain.plan import waits_for_approval
from pingyi.review.rectification.domain.problem import WAITING_STATES
from pingyi.review.rectification.domain.tally import Standing
from pingyi.review.rectification.domain.task import TaskState
from pingyi.review.rectification.models import ProblemItem, Task


@dataclass(frozen=True)
class Placed:
    """One problem. `is_carried`: an earlier year left it open."""

    key: int
    organisation_id: int
    tags: tuple[str, ...]
    standing: Standing
    is_carried: bool

    @property
    def marks(self) -> set[str]:
        """What the list can be asked for: the state, late, check, approve, carried."""
        further = {
            "late": self.standing.is_late,
            "check": self.standing.waits_for_check,
            "approve": self.standing.waits_for_approval,
            "carried": self.is_carried,
        }
        return {self.standing.state, *(mark for mark, holds in further.items() if holds)}


def placed_problems(
    problems: QuerySet[ProblemItem], cycle: Cycle, answer_days: int, at: Reckoning
) -> list[Placed]:
    """In the order of `problems`."""
    tasks = _unfinished_tasks(problems, at)
    begun_before = at.begun_late_before(answer_days)
    found = []
    for key, organisation_id, tags, state, raised_at, cycle_id in problems.values_list(
        "pk", "organisation_id", "tags", "state", "raised_at", "cycle_id"
    ):
        is_late, to_check, to_approve = tasks[key]
        if state in WAITING_STATES:
            is_late = begun_before is not None and today(raised_at) < begun_before
        standing = Standing(state, is_late, to_check, to_approve)
        found.append(Placed(key, organisation_id, tuple(tags), standing, cycle_id != cycle.pk))
    return found


def _unfinished_tasks(
    problems: QuerySet[ProblemItem], at: Reckoning
) -> defaultdict[int, tuple[bool, bool, bool]]:
    """By problem: whether one of its tasks is late, waits for the check, waits for the approval of its plan."""
    found: defaultdict[int, tuple[bool, bool, bool]] = defaultdict(lambda: (False, False, False))
    late_before = at.late_before
    tasks = Task.objects.filter(problem__in=problems.order_by()).exclude(state=TaskState.CLOSED)
    for key, state, plan_state, due_on in tasks.values_list("problem_id", "state", "plan_state", "due_on"):
        is_late, to_check, to_approve = found[key]
        found[key] = (
            is_late or (state == TaskState.OPEN and due_on < late_before),
            to_check or state == TaskState.SUBMITTED,
            to_approve or waits_for_approval(state, plan_state),
        )
    return found
