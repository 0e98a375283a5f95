"""What the collection and the briefs are made of: facts and the reporters' own words, nothing composed."""

from dataclasses import dataclass
from datetime import date

from pingyi.core.words import Words
from pingyi.review.duties.domain.standing import Tally


@dataclass(frozen=True)
class Section:
    heading: str
    text: str


@dataclass(frozen=True)
class PastProblem:
    """A problem of an earlier year: how it stands today, and the reporter's answer to it ("" if none is owed)."""

    name: str
    text: str
    state: str
    is_settled: bool
    tasks: int
    closed_tasks: int
    answer: str


@dataclass(frozen=True)
class Material:
    """One reporter. `place` counts within her mode: speaking order on site, order of the ballot for written ones.

    What stands in a report that was not handed in is nobody's to read: it is empty here. `duties` counts the
    secretary's responsibility list, where she has one in force.
    """

    reporter_id: int
    organisation: str
    person: str
    post: str
    is_on_site: bool
    place: int
    is_in: bool
    state: str
    sections: tuple[Section, ...] = ()
    problems: tuple[PastProblem, ...] = ()
    length: int = 0
    problem_length: int = 0
    duties: Tally | None = None

    @property
    def mode(self) -> str:
        return Words(
            "{value}述职，第{place}位",
            value=Words("现场") if self.is_on_site else Words("书面"),
            place=self.place,
        )

    @property
    def settled(self) -> int:
        return sum(problem.is_settled for problem in self.problems)

    @property
    def tasks(self) -> int:
        return sum(problem.tasks for problem in self.problems)

    @property
    def closed_tasks(self) -> int:
        return sum(problem.closed_tasks for problem in self.problems)


@dataclass(frozen=True)
class Materials:
    """All reporters of one meeting in the order of the agenda: on site first, then those who report in writing."""

    convenor: str
    review: str
    meeting: str
    held_on: date
    items: tuple[Material, ...]

    @property
    def handed_in(self) -> tuple[Material, ...]:
        return tuple(item for item in self.items if item.is_in)

    @property
    def missing(self) -> tuple[Material, ...]:
        return tuple(item for item in self.items if not item.is_in)
