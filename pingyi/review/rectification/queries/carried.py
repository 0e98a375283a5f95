"""What earlier years left open."""

from django.db.models import Q

from pingyi.organisations.models import Organisation
from pingyi.review.cycles.models import Cycle
from pingyi.review.rectification.models import FollowUp, ProblemItem

# The end of a problem: done and checked, or taken back by the convenor. (One retracted by mistake has no row left.)
SETTLED = (ProblemItem.State.CLOSED, ProblemItem.State.WITHDRAWN)


def open_problems_before(cycle: Cycle, organisation: Organisation) -> list[ProblemItem]:
    """Problems of the organisation from earlier years of the same convenor that are neither closed out nor
    withdrawn, the oldest first, each with its cycle. This year's report has to answer them. One query."""
    return list(
        ProblemItem.objects.filter(
            cycle__convenor=cycle.convenor_id, cycle__year__lt=cycle.year, organisation=organisation
        )
        .exclude(state__in=SETTLED)
        .select_related("cycle", "organisation")
        .order_by("cycle__year", "number")
    )


def follow_ups_left_open(cycle: Cycle) -> Q:
    """A filter for requirements of earlier speeches of the same convenor that are not ticked off."""
    before = Q(requirement__cycle__convenor=cycle.convenor_id, requirement__cycle__year__lt=cycle.year)
    return before & ~Q(state=FollowUp.State.DONE)


def in_cycle_or_carried(cycle: Cycle, prefix: str = "") -> Q:
    """A filter for problems of this cycle and open ones of earlier years of the same convenor."""
    of_cycle = Q(**{f"{prefix}cycle": cycle})
    before = Q(
        **{f"{prefix}cycle__convenor": cycle.convenor_id, f"{prefix}cycle__year__lt": cycle.year}
    ) & ~Q(**{f"{prefix}state__in": SETTLED})
    return of_cycle | before
