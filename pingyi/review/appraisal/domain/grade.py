"""From exact scores to grades, and the limit on the first grade."""

from fractions import Fraction
from math import ceil

from pingyi.review.appraisal.domain.rules import Band


def grade_of(score: Fraction, bands: tuple[Band, ...]) -> str | None:
    """The best grade whose bound the exact score reaches; none below the last."""
    return next((band.name for band in bands if band.bound <= score), None)


def most_good(reporters: int, min_non_good_share: Fraction) -> int:
    """How many reporters may have the first grade when a share of all of them, rounded up, may not."""
    return reporters - ceil(min_non_good_share * reporters)
