"""What an appraisal finds. Scores are exact; only `display` is rounded."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class CategoryScore:
    """The score of one category and what it was divided by; nothing to divide by, no score."""

    score: Fraction | None
    denominator: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReporterResult:
    """One reporter's line. Without a score there is no display, no grade and no rank."""

    id: str
    score: Fraction | None
    ballot_score: Fraction | None
    display: str | None
    grade: str | None
    rank: int | None
    categories: Mapping[str, CategoryScore]


@dataclass(frozen=True, slots=True, kw_only=True)
class Appraisal:
    """All reporters in input order, and how the first grade stands against its limit (only a warning)."""

    reporters: tuple[ReporterResult, ...]
    max_good: int
    good_count: int
    over_cap: int
