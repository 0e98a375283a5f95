"""What the results summary is made of: names, counts, and the output of one calculation."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from pingyi.review.appraisal.domain.result import Appraisal, ReporterResult
from pingyi.review.appraisal.domain.rules import Rules
from pingyi.review.ballots.domain.counts import Counts


@dataclass(frozen=True)
class SummaryClass:
    """A voter class: `id` as in the rules, its name, and why its box stayed unopened if it did."""

    id: str
    name: str
    unopened_reason: str = ""


@dataclass(frozen=True)
class ReviewedPerson:
    """One secretary with what was counted (by class id), found and decided. Words, not codes, for mode and grade."""

    organisation: str
    secretary: str
    mode: str
    counts: Mapping[str, Counts]
    result: ReporterResult
    daily: Fraction | None = None
    leader: Fraction | None = None
    decided_grade: str | None = None
    reason: str = ""


@dataclass(frozen=True)
class ResultsSummary:
    """One snapshot with the names to its codes. `grade_words` says 好 for good; `made_at` in local time."""

    convenor: str
    review: str
    meeting: str
    rules: Rules
    fingerprint: str
    snapshot: int
    made_at: datetime
    classes: tuple[SummaryClass, ...]
    people: tuple[ReviewedPerson, ...]
    appraisal: Appraisal
    grade_words: Mapping[str, str]
    counters: tuple[str, ...] = ()
    scrutineers: tuple[str, ...] = ()
    deciding_meeting: str = ""
