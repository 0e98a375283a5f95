"""Where every sentence of a comment ends up: nothing that was said about an organisation is left lying.

肯定 and 要求 are homes by themselves. A 问题 has one once a person has made a draft task of it, or has written why it
becomes none. A sentence nobody has sorted has none yet.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from pingyi.review.meetings.domain.comment_edit import Part


class Home(StrEnum):
    """What became of one sentence. `OPEN`: a 问题 about which nobody has decided."""

    STRENGTH = "strength"
    REQUIREMENT = "requirement"
    TASK = "task"
    NO_TASK = "no_task"
    OPEN = "open"
    UNSORTED = "unsorted"


NO_HOME = frozenset({Home.OPEN, Home.UNSORTED})


def home_of(part: str, task_draft: str, no_task_reason: str) -> Home:
    """The home of a sentence by its part and by what was decided about it."""
    if part != Part.PROBLEM:
        return Home(part)
    if task_draft:
        return Home.TASK
    return Home.NO_TASK if no_task_reason else Home.OPEN


@dataclass(frozen=True)
class HomeCount:
    """How many sentences have found a home, of how many that were said."""

    total: int
    tasks: int
    not_tasks: int
    open: int
    unsorted: int

    def __add__(self, other: "HomeCount") -> "HomeCount":
        return HomeCount(
            self.total + other.total,
            self.tasks + other.tasks,
            self.not_tasks + other.not_tasks,
            self.open + other.open,
            self.unsorted + other.unsorted,
        )

    @property
    def settled(self) -> int:
        return self.total - self.open - self.unsorted

    @property
    def homeless(self) -> int:
        return self.open + self.unsorted

    @property
    def problems(self) -> int:
        return self.tasks + self.not_tasks + self.open


NOTHING_SAID = HomeCount(0, 0, 0, 0, 0)


def count_homes(homes: Iterable[Home]) -> HomeCount:
    """All sentences counted by their home."""
    counts = Counter(homes)
    return HomeCount(
        total=counts.total(),
        tasks=counts[Home.TASK],
        not_tasks=counts[Home.NO_TASK],
        open=counts[Home.OPEN],
        unsorted=counts[Home.UNSORTED],
    )
