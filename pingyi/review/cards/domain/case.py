"""What the records say about one unit: all that the rules of the questions look at."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from pingyi.organisations.domain.facts import Fact, Span
from pingyi.review.cards.domain.figures import Figure
from pingyi.review.cards.domain.past_problem import PastProblem
from pingyi.review.cards.domain.table import Row

LEAST_UNITS = 3


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
class ExaminedClaim:
    """A sentence of the report on which an examiner put her own word: which material she saw, or what is otherwise in
    it. The records may say something of it too.
    """

    quote: str
    note: str
    is_verified: bool = True


@dataclass(frozen=True)
class ContradictedClaim:
    """Words of the report, what the ledger has instead (是支委会7/12, 记了6次党员大会), and where that stands.
    It is not asked about where nothing is missing in the ledger. `examined` is what an examiner said of its sentence.
    """

    quote: str
    record: str
    source: str
    is_asked: bool = True
    examined: ExaminedClaim | None = None


@dataclass(frozen=True)
class ClaimCount:
    """How many numbers of the report the records bear out, contradict, or know nothing of; of the last an examiner
    may have `verified` or `disputed` some. `deeds` are its sentences without a number that say what was done, of which
    the records bear out `deeds_supported`. `examined` are all sentences with an examiner's word.
    """

    supported: int = 0
    unrecorded: int = 0
    contradicted: tuple[ContradictedClaim, ...] = ()
    verified: int = 0
    disputed: int = 0
    examined: tuple[ExaminedClaim, ...] = ()
    deeds: int = 0
    deeds_supported: int = 0

    @property
    def total(self) -> int:
        return self.supported + len(self.contradicted) + self.without_ledger

    @property
    def without_ledger(self) -> int:
        return self.unrecorded + self.verified + self.disputed


@dataclass(frozen=True)
class DutyCount:
    """The secretary's responsibility list of the year: how much of it is done and late."""

    total: int
    done: int
    late: int


@dataclass(frozen=True)
class Case:
    """One unit. `rows` are all rows of the table, not only those that are shown; `noted` what sources found worth
    noting in this year, `common_days` the days on which most units of the review wrote up what was late."""

    span: Span
    rows: tuple[Row, ...] = ()
    noted: tuple[Fact, ...] = ()
    problems: tuple[PastProblem, ...] = ()
    report: ReportFacts = field(default_factory=ReportFacts)
    duties: DutyCount | None = None
    claims: ClaimCount = field(default_factory=ClaimCount)
    common_days: frozenset[date] = frozenset()

    def row(self, code: str) -> Row | None:
        """The row of a measure, if anybody has a number of it."""
        return next((row for row in self.rows if row.measure.code == code), None)

    def noted_as(self, ending: str) -> list[Fact]:
        """What was noted under measures of this ending, the largest first."""
        found = [fact for fact in self.noted if fact.measure.endswith(ending)]
        return sorted(found, key=lambda fact: (-fact.value, fact.source))


def common_days(facts: Iterable[Fact], units: int) -> frozenset[date]:
    """The days on which more than half of these units, and at least three, wrote up most of what was late."""
    held = {
        (fact.organisation_id, fact.period.first)
        for fact in facts
        if fact.measure.endswith(".late_in_one_day")
    }
    found = Counter(day for _, day in held)
    return frozenset(day for day, count in found.items() if count >= LEAST_UNITS and 2 * count > units)
