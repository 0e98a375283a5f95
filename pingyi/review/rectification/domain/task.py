"""The life of a task: open, handed in for the check, closed out; sent back and reopened where it was not enough."""

from enum import StrEnum


class TaskState(StrEnum):
    OPEN = "open"
    SUBMITTED = "submitted"
    CLOSED = "closed"


class TaskAct(StrEnum):
    SUBMIT = "submit"
    SEND_BACK = "send_back"
    CLOSE = "close"
    REOPEN = "reopen"


class NoteKind(StrEnum):
    """What is written down about a task while it lives."""

    PLAN_APPROVED = "plan_approved"
    PLAN_RETURNED = "plan_returned"
    PLAN_CHANGED = "plan_changed"
    PROGRESS = "progress"
    EXTENDED = "extended"
    SUBMITTED = "submitted"
    SENT_BACK = "sent_back"
    CLOSED = "closed"
    REOPENED = "reopened"


_FOLLOWS = {
    (TaskState.OPEN, TaskAct.SUBMIT): TaskState.SUBMITTED,
    (TaskState.SUBMITTED, TaskAct.SEND_BACK): TaskState.OPEN,
    (TaskState.SUBMITTED, TaskAct.CLOSE): TaskState.CLOSED,
    (TaskState.CLOSED, TaskAct.REOPEN): TaskState.OPEN,
}


def state_after(state: str, act: TaskAct) -> TaskState | None:
    """The state that the act leads to; None where the act is not possible."""
    return _FOLLOWS.get((TaskState(state), act))


def are_all_closed(states: list[str]) -> bool:
    """Whether there is a task and none is left to do: then the problem itself can be struck off."""
    return bool(states) and all(state == TaskState.CLOSED for state in states)
