"""An appraisal as the JSON value of the contract. Keys stand in the order of the contract."""

from fractions import Fraction

from pingyi.review.appraisal.domain.number import fraction_text
from pingyi.review.appraisal.domain.result import Appraisal, ReporterResult


def as_document(appraisal: Appraisal) -> dict[str, object]:
    """The whole appraisal."""
    return {
        "reporters": [reporter_line(reporter) for reporter in appraisal.reporters],
        "max_good": appraisal.max_good,
        "good_count": appraisal.good_count,
        "over_cap": appraisal.over_cap,
    }


def reporter_line(reporter: ReporterResult) -> dict[str, object]:
    """One reporter."""
    return {
        "id": reporter.id,
        "score": score_text(reporter.score),
        "ballot_score": score_text(reporter.ballot_score),
        "display": reporter.display,
        "grade": reporter.grade,
        "rank": reporter.rank,
        "categories": {
            category: {"score": score_text(found.score), "denominator": found.denominator}
            for category, found in reporter.categories.items()
        },
    }


def score_text(score: Fraction | None) -> str | None:
    """An exact score, or null."""
    return None if score is None else fraction_text(score)
