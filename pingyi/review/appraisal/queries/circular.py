"""What the circular says: decided grades in the order of the review, never a count or a score."""

from pingyi.core.clock import today
from pingyi.review.appraisal.documents.circular import Circular, CircularLine
from pingyi.review.appraisal.domain.deciding import GRADES
from pingyi.review.appraisal.models import GradeDecision
from pingyi.review.appraisal.phrases import GRADE_WORDS
from pingyi.review.appraisal.queries.decisions import latest_decisions
from pingyi.review.cycles.domain.settings import PublishNames
from pingyi.review.cycles.models import Cycle, Reporter
from pingyi.review.cycles.queries import settings_of
from pingyi.review.cycles.queries.meetings import meetings_of


def circular_facts(cycle: Cycle) -> Circular:
    """Everybody who was voted on or got a grade. Four queries."""
    decisions = latest_decisions(cycle)
    reporters = [
        row
        for row in Reporter.objects.filter(cycle=cycle)
        .select_related("organisation", "person")
        .order_by("meeting__sequence", "order")
        if row.is_voted_on or row.pk in decisions
    ]
    settings = settings_of(cycle)
    decided = {(row.deciding_meeting, row.decided_on): None for row in decisions.values()}
    return Circular(
        review=cycle.name,
        convenor=cycle.convenor.name,
        publish_range=settings.publish_range,
        meetings=tuple((one.name, today(one.held_at)) for one in meetings_of(cycle)),
        lines=tuple(
            CircularLine(
                row.organisation.name,
                row.person.name,
                GRADE_WORDS[decisions[row.pk].decided_grade] if row.pk in decisions else "",
                is_named=_is_named(decisions.get(row.pk), settings.publish_names),
            )
            for row in reporters
        ),
        decided=tuple(sorted(decided, key=lambda one: one[1])),
        list_due_days=settings.list_due_days,
    )


def _is_named(decision: GradeDecision | None, names: PublishNames) -> bool:
    """Whether the settings put this one's name beside her grade."""
    if names == PublishNames.FIRST:
        return decision is not None and decision.decided_grade == GRADES[0]
    return names == PublishNames.ALL
