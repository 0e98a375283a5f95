from collections.abc import Collection

from pingyi.review.cycles.domain.overlaps import counting
from pingyi.review.cycles.models import VoterListing
from pingyi.review.cycles.queries.overlaps import as_domain


def settle_overlaps(meeting_id: int, people: Collection[int] | None = None) -> None:
    """Make exactly one listing of each person count, after lists or the order of classes changed.

    First those that no longer count, then those that now do: the database allows one per person at any moment.
    """
    listings = VoterListing.objects.filter(meeting=meeting_id).select_related("voter_class")
    if people is not None:
        listings = listings.filter(person__in=people)
    rows = list(listings)
    votes = counting(as_domain(row) for row in rows)
    off = [row.pk for row in rows if row.counts_here and row.pk not in votes]
    on = [row.pk for row in rows if not row.counts_here and row.pk in votes]
    VoterListing.objects.filter(pk__in=off).update(counts_here=False)
    VoterListing.objects.filter(pk__in=on).update(counts_here=True)
