"""What earlier years left open."""

from pingyi.organisations.models import Organisation
from pingyi.review.cycles.models import Cycle
from pingyi.review.rectification.models import ProblemItem

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
