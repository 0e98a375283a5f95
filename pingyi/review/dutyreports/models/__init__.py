from pingyi.review.dutyreports.models.examination import Examination, Examiner
from pingyi.review.dutyreports.models.likeness import LikenessCheck, LikenessPassage
from pingyi.review.dutyreports.models.report import DutyReport, ProblemAnswer, ReportSection
from pingyi.review.dutyreports.models.version import ReportUpload, ReportVersion

__all__ = [
    "DutyReport",
    "Examination",
    "Examiner",
    "LikenessCheck",
    "LikenessPassage",
    "ProblemAnswer",
    "ReportSection",
    "ReportUpload",
    "ReportVersion",
]
