"""The life of a problem: named, claimed or contested, worked on, struck off. What may follow what."""

from enum import StrEnum


class ProblemState(StrEnum):
    RAISED = "raised"
    CONTESTED = "contested"
    CLAIMED = "claimed"
    IN_PROGRESS = "in_progress"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"


class ProblemAct(StrEnum):
    """What happens to a problem. `UNPLAN`: its last task is taken back; `UPHOLD`: the contest is not followed."""

    CLAIM = "claim"
    CONTEST = "contest"
    UPHOLD = "uphold"
    WITHDRAW = "withdraw"
    PLAN = "plan"
    UNPLAN = "unplan"
    CLOSE = "close"
    REOPEN = "reopen"


_S, _A = ProblemState, ProblemAct
_FOLLOWS = {
    (_S.RAISED, _A.CLAIM): _S.CLAIMED,
    (_S.CONTESTED, _A.CLAIM): _S.CLAIMED,
    (_S.RAISED, _A.CONTEST): _S.CONTESTED,
    (_S.CONTESTED, _A.UPHOLD): _S.CLAIMED,
    (_S.CONTESTED, _A.WITHDRAW): _S.WITHDRAWN,
    (_S.CLAIMED, _A.PLAN): _S.IN_PROGRESS,
    (_S.IN_PROGRESS, _A.PLAN): _S.IN_PROGRESS,
    (_S.IN_PROGRESS, _A.UNPLAN): _S.CLAIMED,
    (_S.IN_PROGRESS, _A.CLOSE): _S.CLOSED,
    (_S.CLOSED, _A.REOPEN): _S.IN_PROGRESS,
}
OPEN_STATES = (_S.RAISED, _S.CONTESTED, _S.CLAIMED, _S.IN_PROGRESS)
CLAIMED_STATES = (_S.CLAIMED, _S.IN_PROGRESS, _S.CLOSED)
# The organisation has to claim or contest it, or to list its first task.
WAITING_STATES = (_S.RAISED, _S.CLAIMED)


def state_after(state: str, act: ProblemAct) -> ProblemState | None:
    """The state that the act leads to; None where the act is not possible."""
    return _FOLLOWS.get((ProblemState(state), act))
