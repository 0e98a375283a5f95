"""What later reports said about a problem that was still open (必答题)."""

from pingyi.review.dutyreports.models import DutyReport, ProblemAnswer
from pingyi.review.rectification.models import ProblemItem

HANDED_IN = (DutyReport.State.SUBMITTED, DutyReport.State.ACCEPTED)


def answers_about(problem: ProblemItem) -> list[ProblemAnswer]:
    """The answers in reports that were handed in, the latest year first. One query."""
    return list(
        ProblemAnswer.objects.filter(problem=problem, report__state__in=HANDED_IN)
        .exclude(text="")
        .select_related("report__reporter__cycle", "report__reporter__person")
        .order_by("-report__reporter__cycle__year", "-pk")
    )
