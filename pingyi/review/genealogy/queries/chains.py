"""The line of a fault over the years: who signed it off, when, with what evidence, and that it has come again."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Prefetch

from pingyi.core.clock import today
from pingyi.core.words import Words, listed
from pingyi.documents.domain.dates import official_date
from pingyi.review.genealogy.queries.kinship import kinship
from pingyi.review.rectification.domain.problem import ProblemState
from pingyi.review.rectification.domain.task import NoteKind
from pingyi.review.rectification.models import Evidence, ProblemItem, Task, TaskNote
from pingyi.review.rectification.phrases import PROBLEM_STATES
from pingyi.review.rectification.queries.carried import SETTLED


@dataclass(frozen=True)
class Signing:
    """A task was closed out, or its closing-out was taken back (`is_reopened`): who, when, with which words.

    `evidence` is what had been brought by then; nothing for a reopening.
    """

    at: datetime
    who: str
    task: int
    is_reopened: bool
    text: str
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True)
class Link:
    """One problem of the line, with everything that was signed about it."""

    problem: ProblemItem
    signings: tuple[Signing, ...]

    @property
    def is_open(self) -> bool:
        return self.problem.state not in SETTLED

    @property
    def state_words(self) -> str:
        return PROBLEM_STATES[self.problem.state]


@dataclass(frozen=True)
class Chain:
    """The line of one problem from the oldest to the newest; alone where nobody has linked it."""

    problem_id: int
    links: tuple[Link, ...]

    @property
    def own(self) -> tuple[Link, ...]:
        """The links of the problem's own unit."""
        unit = next(link.problem.organisation_id for link in self.links if link.problem.pk == self.problem_id)
        return tuple(link for link in self.links if link.problem.organisation_id == unit)

    @property
    def earlier(self) -> tuple[Link, ...]:
        """What the own unit had of this fault before."""
        places = [link.problem.pk for link in self.own]
        return self.own[: places.index(self.problem_id)]

    @property
    def units(self) -> int:
        return len({link.problem.organisation_id for link in self.links})

    @property
    def is_linked(self) -> bool:
        return len(self.links) > 1

    @property
    def is_reopened_line(self) -> bool:
        """It was struck off in the same unit before, and is open again."""
        return any(link.problem.state == ProblemState.CLOSED for link in self.earlier)

    @property
    def history(self) -> str:
        """What happened before in the own unit, in one sentence; nothing where this is the first time."""
        told = [_told(link) for link in self.earlier]
        told += [_reopened(link) for link in self.own if link.problem.pk == self.problem_id]
        return listed((one for one in told if one), "；")


def chains_of(problems: Iterable[ProblemItem]) -> dict[int, Chain]:
    """The line of each problem, own unit and others. At most five queries, however many there are.

    Withdrawn problems are not shown: they were found to be none.
    """
    asked = [problem.pk for problem in problems]
    if not asked:
        return {}
    known = kinship()
    rows = _rows({key for one in asked for key in known.line_of(one)})
    tasks = _signings(rows)
    found = {}
    for one in asked:
        line = known.line_of(one)
        links = tuple(
            Link(row, tuple(tasks[row.pk]))
            for row in rows
            if row.pk == one or (row.pk in line and row.state != ProblemState.WITHDRAWN)
        )
        found[one] = Chain(one, links)
    return found


def _rows(keys: Collection[int]) -> list[ProblemItem]:
    return list(
        ProblemItem.objects.filter(pk__in=keys)
        .select_related("organisation", "cycle", "closed_by")
        .order_by("cycle__year", "organisation__order", "number", "pk")
    )


def _signings(rows: Iterable[ProblemItem]) -> defaultdict[int, list[Signing]]:
    """By problem, in the order in which it was signed."""
    tasks = Task.objects.filter(problem__in=rows).prefetch_related(
        Prefetch("evidence", Evidence.objects.order_by("pk")),
        Prefetch(
            "notes",
            TaskNote.objects.filter(kind__in=[NoteKind.CLOSED, NoteKind.REOPENED])
            .select_related("written_by")
            .order_by("pk"),
        ),
    )
    found: defaultdict[int, list[Signing]] = defaultdict(list)
    for task in tasks:
        found[task.problem_id] += [_signing(task, note) for note in task.notes.all()]
    for signings in found.values():
        signings.sort(key=lambda one: one.at)
    return found


def _signing(task: Task, note: TaskNote) -> Signing:
    is_reopened = note.kind == NoteKind.REOPENED
    brought = [one.description for one in task.evidence.all() if one.recorded_at <= note.written_at]
    return Signing(
        note.written_at,
        note.written_by.display_name,
        task.sequence,
        is_reopened,
        note.text,
        () if is_reopened else tuple(brought),
    )


def _told(link: Link) -> str:
    problem = link.problem
    if problem.closed_at is None or problem.closed_by is None:
        return Words("{year}年度提出过，没有销号", year=problem.cycle.year)
    brought = len({one for signing in link.signings for one in signing.evidence})
    return Words(
        "{year}年度提出过，{day}由{who}销号，佐证{brought}份",
        year=problem.cycle.year,
        day=official_date(today(problem.closed_at)),
        who=problem.closed_by.display_name,
        brought=brought,
    )


def _reopened(link: Link) -> str:
    """The last time that its closing-out was taken back, while it is open."""
    taken_back = [one for one in link.signings if one.is_reopened]
    if not link.is_open or not taken_back:
        return ""
    last = taken_back[-1]
    signed = [
        one for one in link.signings if not one.is_reopened and one.at <= last.at and one.task == last.task
    ]
    if not signed:
        return Words("{day}由{who}重新打开", day=official_date(today(last.at)), who=last.who)
    return Words(
        "{signer}{signed_on}销号，{day}由{who}重新打开",
        signer=signed[-1].who,
        signed_on=official_date(today(signed[-1].at)),
        day=official_date(today(last.at)),
        who=last.who,
    )
