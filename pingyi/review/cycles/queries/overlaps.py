"""Who stands on more than one list of a meeting, and where each counts."""

from dataclasses import dataclass

from pingyi.organisations.domain.names import pinyin_order
from pingyi.review.cycles.domain.overlaps import Listing, overlapping
from pingyi.review.cycles.models import ReviewMeeting, VoterListing


@dataclass(frozen=True)
class Overlap:
    """One person with all her listings in the order of the classes; `counting` is the one that counts."""

    listings: tuple[VoterListing, ...]

    @property
    def person_id(self) -> int:
        return int(self.listings[0].person_id)

    @property
    def counting(self) -> VoterListing:
        return next(one for one in self.listings if one.counts_here)

    @property
    def is_decided(self) -> bool:
        return self.counting.decided_at is not None


def overlaps_of(meeting: ReviewMeeting) -> list[Overlap]:
    """Everybody on several lists of this meeting, by name. One query."""
    rows = {
        row.pk: row
        for row in VoterListing.objects.filter(meeting=meeting).select_related(
            "person__organisation", "voter_class", "decided_by"
        )
    }
    several = overlapping(as_domain(row) for row in rows.values())
    found = [Overlap(tuple(rows[one.id] for one in listings)) for listings in several.values()]
    return sorted(found, key=lambda one: (pinyin_order(one.listings[0].person.name), one.person_id))


def as_domain(row: VoterListing) -> Listing:
    """The row as the rule of overlaps sees it; needs `voter_class` loaded."""
    return Listing(row.pk, row.person_id, row.voter_class.order, row.decided_at is not None)
