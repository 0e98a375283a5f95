"""先谋划、再规划、再计划、再实施: a project finishes the four stages one after the other."""

from enum import IntEnum

NOT_BEGUN = 0


class Stage(IntEnum):
    THINKING = 1
    OUTLINING = 2
    SCHEDULING = 3
    CARRYING_OUT = 4


LAST = Stage.CARRYING_OUT


def stage_after(reached: int) -> Stage | None:
    """The stage that is finished next; None when all four are."""
    return None if reached >= LAST else Stage(reached + 1)


def stage_to_undo(reached: int) -> Stage | None:
    """The stage finished last, which is the only one that can be taken back; None when none is finished."""
    return None if reached <= NOT_BEGUN else Stage(reached)
