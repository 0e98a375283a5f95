"""One organisation's answer to one requirement of the speech: asked, answered, ticked off."""

from enum import StrEnum


class FollowUpState(StrEnum):
    OPEN = "open"
    ANSWERED = "answered"
    DONE = "done"


class FollowUpAct(StrEnum):
    ANSWER = "answer"
    SEND_BACK = "send_back"
    CLOSE = "close"


_FOLLOWS = {
    (FollowUpState.OPEN, FollowUpAct.ANSWER): FollowUpState.ANSWERED,
    (FollowUpState.ANSWERED, FollowUpAct.ANSWER): FollowUpState.ANSWERED,
    (FollowUpState.ANSWERED, FollowUpAct.SEND_BACK): FollowUpState.OPEN,
    (FollowUpState.DONE, FollowUpAct.SEND_BACK): FollowUpState.OPEN,
    (FollowUpState.ANSWERED, FollowUpAct.CLOSE): FollowUpState.DONE,
}


def state_after(state: str, act: FollowUpAct) -> FollowUpState | None:
    """The state that the act leads to; None where the act is not possible."""
    return _FOLLOWS.get((FollowUpState(state), act))
