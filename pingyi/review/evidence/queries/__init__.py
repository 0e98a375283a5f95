"""Reads of what reports claim."""

from pingyi.review.evidence.queries.report_check import (
    checked_claims,
    report_texts,
    text_of_reading,
    year_of_report,
)
from pingyi.review.evidence.queries.words import words_on

__all__ = ["checked_claims", "report_texts", "text_of_reading", "words_on", "year_of_report"]
