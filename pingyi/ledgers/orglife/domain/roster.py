"""The members of branches: since when, with voting right since when, in which Party group."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from pingyi.ledgers.kit.domain.periods import Period


class Member(NamedTuple):
    """`admitted_on` is the day on which the branch adopted the person as probationary member, the political birthday
    (R2); `full_on` that of full membership, with which the voting right begins.
    """

    person_id: int
    name: str
    branch_id: int
    admitted_on: date
    full_on: date | None = None
    left_on: date | None = None
    group: str = ""

    def is_member(self, day: date) -> bool:
        return self.admitted_on <= day and (self.left_on is None or day < self.left_on)

    def may_vote(self, day: date) -> bool:
        return self.full_on is not None and self.full_on <= day and self.is_member(day)


class BranchRoster:
    """The members of one branch, asked often for counts on a day."""

    def __init__(self, members: Iterable[Member]) -> None:
        self.members = sorted(members, key=lambda one: (one.admitted_on, one.person_id))
        # Whoever left before the day of full membership never had the right.
        voting = [
            (one.full_on, one.left_on)
            for one in self.members
            if one.full_on is not None and (one.left_on is None or one.full_on < one.left_on)
        ]
        self._full = sorted(full_on for full_on, _ in voting)
        self._gone = sorted(left_on for _, left_on in voting if left_on is not None)
        self._grouped = [one for one in self.members if one.group]
        days = (day for one in self.members for day in (one.admitted_on, one.full_on, one.left_on) if day)
        self._changes = sorted(days)
        self._by_month: dict[int, list[Member]] = defaultdict(list)
        self._stay_since: dict[int, int] = {}
        for one in self.members:
            self._by_month[one.admitted_on.month].append(one)
            if one.left_on is None:
                self._stay_since.setdefault(one.admitted_on.month, one.admitted_on.year)

    def voters(self, day: date) -> int:
        """How many have the voting right on this day."""
        return bisect_right(self._full, day) - bisect_right(self._gone, day)

    def has_groups(self, day: date) -> bool:
        return any(one.is_member(day) for one in self._grouped)

    def stays(self, first: date, last: date) -> bool:
        """Whether nobody joined, left or got the voting right after the first of these days, up to the last."""
        return bisect_right(self._changes, first) == bisect_right(self._changes, last)

    def birthdays(self, period: Period) -> list[Member]:
        """Whose political birthday falls into the period: the day of joining comes round, so not in its own year."""
        return self._born_in(period.year, period.months, period.last)

    def has_birthdays(self, year: int, months: Iterable[int], last: date) -> bool:
        """Whether there is anybody to congratulate in these months of the year, which end on the last day. Whoever
        stays settles it without a look at the others.
        """
        for month in months:
            if self._stay_since.get(month, year) < year:
                return True
        return bool(self._born_in(year, months, last))

    def _born_in(self, year: int, months: Iterable[int], last: date) -> list[Member]:
        joined = [one for month in months for one in self._by_month.get(month, ())]
        found = [one for one in joined if one.admitted_on.year < year and one.is_member(last)]
        return sorted(found, key=lambda one: (one.admitted_on, one.person_id))
