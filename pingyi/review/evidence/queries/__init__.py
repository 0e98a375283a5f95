"""Reads of what reports claim."""

from pingyi.review.evidence.queries.report_check import (
    checked_claims,
    report_texts,
    text_of_reading,
    year_of_report,
)

__all__ = ["checked_claims", "report_texts", "text_of_reading", "year_of_report"]
