"""The list of one class as its page shows it."""

from dataclasses import dataclass

from pingyi.review.cycles.models import VoterClass, VoterListing
from pingyi.review.cycles.queries.classes import desk_order


@dataclass(frozen=True)
class ListedPerson:
    """Somebody on the list; `votes_elsewhere` is the class in which she counts, if that is another one."""

    listing: VoterListing
    votes_elsewhere: VoterClass | None


def people_on_list(voter_class: VoterClass) -> list[ListedPerson]:
    """Everybody on the list of this class, by name in the order of pinyin, also those who count elsewhere."""
    listings = list(
        VoterListing.objects.filter(voter_class=voter_class).select_related(
            "person__organisation", "voter_class"
        )
    )
    away = [one.person_id for one in listings if not one.counts_here]
    counting = {
        one.person_id: one.voter_class
        for one in VoterListing.objects.filter(
            meeting=voter_class.meeting_id, person__in=away, counts_here=True
        ).select_related("voter_class")
    }
    return [ListedPerson(one, counting.get(one.person_id)) for one in sorted(listings, key=desk_order)]
