"""What the records say about one unit: all that the rules of the questions look at."""

from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from pingyi.core.words import Words, listed
from pingyi.organisations.domain.facts import Fact, Span
from pingyi.review.cards.domain.figures import Figure
from pingyi.review.cards.domain.table import Row


@dataclass(frozen=True)
class PastProblem:
    """A problem of the last review, or an open one of an older year. `late` says how late its task or answer is, ""
    where it is not; `came_back`: the same fault was struck off before. `evidence` counts pieces of all its tasks.
    """

    key: int
    year: int
    number: int
    text: str
    state: str
    is_closed: bool = False
    closed_on: date | None = None
    tasks: int = 0
    closed_tasks: int = 0
    evidence: int = 0
    due_on: date | None = None
    late: str = ""
    times_reopened: int = 0
    came_back: bool = False
    history: str = ""

    @property
    def name(self) -> str:
        """As the list of problems is cited: 2025-017."""
        return f"{self.year}-{self.number:03}"

    @property
    def basis(self) -> str:
        return Words("问题{name}", name=self.name)

    @property
    def standing_words(self) -> str:
        """How it stands: state or day, tasks, evidence, lateness, and what happened to the same fault before."""
        said = [self._state_words(), self._task_words()]
        if self.due_on and not self.is_closed:
            said.append(Words("期限{day}", day=day_words(self.due_on)))
        if self.late:
            said.append(self.late)
        if self.times_reopened:
            said.append(Words("重新打开{count}次", count=self.times_reopened))
        words = listed(said, "，")
        return listed([words, self.history] if self.came_back and self.history else [words], "。") + Words(
            "。"
        )

    def _state_words(self) -> str:
        if not self.is_closed:
            return self.state
        return Words("{day}销号", day=day_words(self.closed_on)) if self.closed_on else Words("已销号")

    def _task_words(self) -> str:
        if not self.tasks:
            return Words("没有列任务")
        return Words(
            "任务办结{closed}/{tasks}，佐证{evidence}份",
            closed=self.closed_tasks,
            tasks=self.tasks,
            evidence=self.evidence,
        )


@dataclass(frozen=True)
class ReportFacts:
    """The duty report. `days_late`: days behind the deadline of the first handing-in; `own` are the problems that it
    names for itself, `own_before` those of a year ago (None: that review is not in the system)."""

    is_in: bool = False
    state: str = ""
    length: int = 0
    limit: int = 0
    problem_length: int = 0
    least_share: Fraction = Fraction(0)
    days_late: int = 0
    times_returned: int = 0
    own: tuple[str, ...] = ()
    own_before: tuple[str, ...] | None = None

    @property
    def problem_share(self) -> Figure:
        """The part about problems and causes in the whole."""
        return Figure(self.problem_length, max(self.length, 1))


@dataclass(frozen=True)
class ContradictedClaim:
    """Words of the report and what the ledger has instead."""

    quote: str
    record: str
    source: str


@dataclass(frozen=True)
class ClaimCount:
    """How many statements of the report the records bear out, contradict, or know nothing of."""

    supported: int = 0
    unrecorded: int = 0
    contradicted: tuple[ContradictedClaim, ...] = ()

    @property
    def total(self) -> int:
        return self.supported + self.unrecorded + len(self.contradicted)


@dataclass(frozen=True)
class DutyCount:
    """The secretary's responsibility list of the year: how much of it is done and late."""

    total: int
    done: int
    late: int


@dataclass(frozen=True)
class Case:
    """One unit. `rows` are all rows of the table, not only those that are shown; `noted` what sources found worth
    noting in this year."""

    span: Span
    rows: tuple[Row, ...] = ()
    noted: tuple[Fact, ...] = ()
    problems: tuple[PastProblem, ...] = ()
    report: ReportFacts = field(default_factory=ReportFacts)
    duties: DutyCount | None = None
    claims: ClaimCount = field(default_factory=ClaimCount)

    def row(self, code: str) -> Row | None:
        """The row of a measure, if anybody has a number of it."""
        return next((row for row in self.rows if row.measure.code == code), None)

    def noted_as(self, ending: str) -> list[Fact]:
        """What was noted under measures of this ending, the largest first."""
        found = [fact for fact in self.noted if fact.measure.endswith(ending)]
        return sorted(found, key=lambda fact: (-fact.value, fact.source))


def months_words(first: date, last: date) -> str:
    """5月, 5–9月, or with the years where they differ."""
    if first.year != last.year:
        return Words(
            "{first_year}年{first}月到{last_year}年{last}月",
            first_year=first.year,
            first=first.month,
            last_year=last.year,
            last=last.month,
        )
    if first.month == last.month:
        return Words("{month}月", month=first.month)
    return Words("{first}–{last}月", first=first.month, last=last.month)


def day_words(day: date) -> str:
    """11月21日."""
    return Words("{month}月{day}日", month=day.month, day=day.day)
