"""The meetings of a plan, and who may chair or comment."""

from django.db.models import Q

from pingyi.organisations.models import Person
from pingyi.review.cycles.models import Cycle, ReviewMeeting
from pingyi.review.cycles.queries.people import label_of

MOST_OFFERED = 200


def meetings_of(cycle: Cycle) -> list[ReviewMeeting]:
    """The meetings in order, with chair and commentator."""
    return list(
        ReviewMeeting.objects.filter(cycle=cycle)
        .select_related("chair__organisation", "commentator__organisation")
        .order_by("sequence")
    )


def likely_speakers(cycle: Cycle) -> list[str]:
    """People of the convenor's posts and bodies, as the page offers them for chair and commentator."""
    people = (
        Person.objects.filter(
            Q(posts__organisation=cycle.convenor) | Q(memberships__body__organisation=cycle.convenor)
        )
        .select_related("organisation")
        .distinct()
        .order_by("name", "pk")[:MOST_OFFERED]
    )
    return [label_of(person) for person in people]
