from pingyi.review.dutyreports.models.report import DutyReport, ProblemAnswer, ReportSection

__all__ = ["DutyReport", "ProblemAnswer", "ReportSection"]
