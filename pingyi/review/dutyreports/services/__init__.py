"""What may be done with a duty report: one verb, one function."""

from pingyi.review.dutyreports.services.autosave_report import (
    Autosaved,
    Draft,
    Fate,
    Outcome,
    autosave_report,
)
from pingyi.review.dutyreports.services.begin_report import begin_report
from pingyi.review.dutyreports.services.review_report import accept_report, return_report
from pingyi.review.dutyreports.services.save_report import save_report
from pingyi.review.dutyreports.services.submit_report import ReportIncomplete, hand_in_report, submit_report

__all__ = [
    "Autosaved",
    "Draft",
    "Fate",
    "Outcome",
    "ReportIncomplete",
    "accept_report",
    "autosave_report",
    "begin_report",
    "hand_in_report",
    "return_report",
    "save_report",
    "submit_report",
]
