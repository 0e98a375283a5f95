"""Comparing reports, and what authors say about what was found."""

from pingyi.review.dutyreports.services.likeness.compare_cycle import (
    COMPARE,
    ask_for_comparison,
    cancel_comparison,
    register_jobs,
)
from pingyi.review.dutyreports.services.likeness.compare_report import compare_report
from pingyi.review.dutyreports.services.likeness.explain_passage import explain_passages

__all__ = [
    "COMPARE",
    "ask_for_comparison",
    "cancel_comparison",
    "compare_report",
    "explain_passages",
    "register_jobs",
]
