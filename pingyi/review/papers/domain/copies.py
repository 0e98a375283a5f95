"""Runs of numbered copies of one paper: which numbers a run takes, which are given already."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from pingyi.documents.domain.copy_number import LAST, copy_number

# One run is one PDF, set in one go: 600 pages take some 10 s of one processor and 200 MB.
MOST_COPIES = 300
MOST_PAGES = 600


class Fault(Enum):
    """Why a run cannot be made."""

    COUNT = auto()
    NUMBERS_END = auto()
    TAKEN = auto()


@dataclass(frozen=True)
class Run:
    """The numbers from `first` to `last`, both among them."""

    first: int
    last: int

    @property
    def count(self) -> int:
        return self.last - self.first + 1

    @property
    def numbers(self) -> tuple[str, ...]:
        return tuple(copy_number(one) for one in range(self.first, self.last + 1))

    def meets(self, other: "Run") -> bool:
        """Whether both have a number in common."""
        return self.first <= other.last and other.first <= self.last


def run_of(first: int, count: int) -> Run:
    """`count` copies from `first` on."""
    return Run(first, first + count - 1)


def fault_of(run: Run, given: Sequence[Run], pages_each: int) -> Fault | None:
    """What stands against the run; nothing where it may be made. `pages_each`: pages of one copy."""
    if not 1 <= run.count <= most_copies(pages_each):
        return Fault.COUNT
    if run.first < 1 or run.last > LAST:
        return Fault.NUMBERS_END
    return Fault.TAKEN if any(run.meets(one) for one in given) else None


def most_copies(pages_each: int) -> int:
    """How many copies of so many pages one run can have, at least one."""
    return max(1, min(MOST_COPIES, MOST_PAGES // pages_each))


def next_first(given: Sequence[Run], begins_with: int) -> int:
    """The number that comes next: behind the highest that was given, or the one that stands on the kept paper."""
    return max((one.last for one in given), default=begins_with - 1) + 1
