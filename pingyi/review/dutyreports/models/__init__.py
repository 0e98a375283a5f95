from pingyi.review.dutyreports.models.examination import Examination, Examiner
from pingyi.review.dutyreports.models.report import DutyReport, ProblemAnswer, ReportSection

__all__ = ["DutyReport", "Examination", "Examiner", "ProblemAnswer", "ReportSection"]
