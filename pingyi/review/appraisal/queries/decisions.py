"""Decided grades: those in force, what was decided before, and how they stand against the limit."""

from collections.abc import Mapping

from django.db.models import Q

from pingyi.review.appraisal.domain.cap import Cap, cap_of
from pingyi.review.appraisal.models import AppraisalSnapshot, GradeDecision
from pingyi.review.cycles.models import Cycle, Reporter
from pingyi.review.cycles.queries import settings_of


def latest_decisions(cycle: Cycle) -> dict[int, GradeDecision]:
    """The decision in force of each reporter that has one, by the reporter's number. One query."""
    rows = (
        GradeDecision.objects.filter(reporter__cycle=cycle).select_related("recorded_by").order_by("sequence")
    )
    return {row.reporter_id: row for row in rows}


def decisions_of(reporter: Reporter) -> list[GradeDecision]:
    """Everything that was ever decided about one person, the newest first."""
    return list(
        GradeDecision.objects.filter(reporter=reporter)
        .select_related("recorded_by", "snapshot")
        .order_by("-sequence")
    )


def proposed_grades(snapshots: Mapping[int, AppraisalSnapshot]) -> dict[int, str | None]:
    """The grade that the newest calculation proposes for each person who was voted on."""
    return {
        int(line["id"]): line["grade"]
        for snapshot in snapshots.values()
        for line in snapshot.output.get("reporters", ())
    }


def cap_of_review(
    cycle: Cycle, decisions: Mapping[int, GradeDecision], proposed: Mapping[int, str | None]
) -> Cap:
    """The limit on the first grade over the whole review: all who were voted on or got a grade. Two queries."""
    has_grade = Q(is_voted_on=True) | Q(pk__in=decisions.keys())
    settings = settings_of(cycle)
    first = settings.bands[0][0]
    return cap_of(
        people=Reporter.objects.filter(has_grade, cycle=cycle).count(),
        share=settings.min_non_good_share,
        proposed_good=list(proposed.values()).count(first),
        decided=len(decisions),
        decided_good=sum(one.decided_grade == first for one in decisions.values()),
    )
