"""What may be done with a duty report: one verb, one function."""

from pingyi.review.dutyreports.services.autosave_report import (
    Autosaved,
    Draft,
    Fate,
    Outcome,
    autosave_report,
)
from pingyi.review.dutyreports.services.begin_report import begin_report
from pingyi.review.dutyreports.services.change_outline import OutlineChange, change_outline, take_sample
from pingyi.review.dutyreports.services.examiners import dismiss_examiner, name_examiner
from pingyi.review.dutyreports.services.remind import Reminded, remind_late
from pingyi.review.dutyreports.services.restore_version import restore_version
from pingyi.review.dutyreports.services.review_report import accept_report, return_report
from pingyi.review.dutyreports.services.save_report import save_report
from pingyi.review.dutyreports.services.submit_report import ReportIncomplete, hand_in_report, submit_report

__all__ = [
    "Autosaved",
    "Draft",
    "Fate",
    "Outcome",
    "OutlineChange",
    "Reminded",
    "ReportIncomplete",
    "accept_report",
    "autosave_report",
    "begin_report",
    "change_outline",
    "dismiss_examiner",
    "hand_in_report",
    "name_examiner",
    "remind_late",
    "restore_version",
    "return_report",
    "save_report",
    "submit_report",
    "take_sample",
]
