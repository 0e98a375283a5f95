"""Problems that organisations find out about themselves: where one may be named, and which were."""

from collections.abc import Collection

from pingyi.organisations.models import Organisation
from pingyi.review.cycles.models import Cycle, Reporter
from pingyi.review.cycles.queries.reviews import reviews
from pingyi.review.rectification.models import ProblemItem


def own_places(organisation_ids: Collection[int]) -> list[Reporter]:
    """These organisations in the newest sealed review that asks any of them, in its order. One query."""
    reporters = list(
        Reporter.objects.filter(organisation__in=organisation_ids, cycle__in=reviews())
        .exclude(cycle__state=Cycle.State.DRAFT)
        .select_related("cycle__convenor", "organisation")
        .order_by("-cycle__year", "-cycle__pk", "order")
    )
    return [one for one in reporters if one.cycle_id == reporters[0].cycle_id]


def is_asked_in(cycle: Cycle, organisation: Organisation) -> bool:
    """Whether the review is sealed and this organisation's secretary reports in it."""
    is_sealed = cycle.state != Cycle.State.DRAFT
    return is_sealed and bool(Reporter.objects.filter(cycle=cycle, organisation=organisation).exists())


def was_named_by_itself(problem: ProblemItem) -> bool:
    """Whether its own secretary put it on the list: named and claimed in one moment, which no other way does."""
    return problem.source == ProblemItem.Source.SELF_FOUND and problem.answered_at == problem.raised_at
