"""Which problems a report has to answer: the list is looked at again at every step, so that none escapes."""

from pingyi.review.dutyreports.models import DutyReport, ProblemAnswer
from pingyi.review.dutyreports.queries import answers_of


def take_in_problems(report: DutyReport) -> None:
    """Give every open problem that the report does not list yet an empty answer. Inside the caller's transaction."""
    ProblemAnswer.objects.bulk_create(
        ProblemAnswer(institution_id=report.institution_id, report=report, problem=line.problem)
        for line in answers_of(report)
        if not line.is_listed
    )
