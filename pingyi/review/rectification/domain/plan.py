"""The plan of a task: proposed by the organisation, returned with a reason or approved, proposed again when changed."""

from enum import StrEnum

from pingyi.review.rectification.domain.task import TaskState


class PlanState(StrEnum):
    PROPOSED = "proposed"
    RETURNED = "returned"
    APPROVED = "approved"


class PlanGap(StrEnum):
    """What a plan still lacks before anybody can approve it."""

    CAUSE = "cause"
    MEASURES = "measures"
    DEPARTMENT = "department"
    START = "start"


def gaps_of_plan(*, cause: str, measures: int, department: str, has_start: bool) -> tuple[PlanGap, ...]:
    """Everything that is missing, in the order of the page; nothing where the plan is whole."""
    missing = {
        PlanGap.CAUSE: not cause.strip(),
        PlanGap.MEASURES: measures < 1,
        PlanGap.DEPARTMENT: not department.strip(),
        PlanGap.START: not has_start,
    }
    return tuple(gap for gap, is_missing in missing.items() if is_missing)


def is_plan_in_force(plan_state: str) -> bool:
    """Whether work on the task counts."""
    return plan_state == PlanState.APPROVED


def waits_for_approval(state: str, plan_state: str) -> bool:
    """Whether it may be approved. What was returned is changed first: else its reason would be passed over."""
    return state == TaskState.OPEN and plan_state == PlanState.PROPOSED


def may_be_returned(state: str, plan_state: str) -> bool:
    """An approved plan goes back too, as long as nothing is handed in under it."""
    return state == TaskState.OPEN and plan_state in {PlanState.PROPOSED, PlanState.APPROVED}
