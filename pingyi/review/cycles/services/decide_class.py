from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from pingyi.core.errors import Refused
from pingyi.core.services import record_event
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.review.cycles.models import ReviewMeeting, VoterListing
from pingyi.review.cycles.services.plan_lock import lock_draft, still_there
from pingyi.review.cycles.services.settle_overlaps import settle_overlaps


@transaction.atomic
def decide_class(
    *, actor: Actor, now: datetime, meeting: ReviewMeeting, choices: Mapping[int, int | None]
) -> int:
    """Decide for people on several lists in which class each votes, whatever the order of the classes.

    `choices` gives the class's id by person; None takes a decision back, so that the order decides again. All or
    none; returns how many were decided anew. A decision that already stands keeps its author and time.
    """
    lock_draft(actor, meeting.cycle_id)
    meeting = still_there(meeting)
    listings = VoterListing.objects.filter(meeting=meeting, person__in=choices)
    rows = list(listings.select_related("person"))
    chosen = {
        person_id: _chosen([row for row in rows if row.person_id == person_id], class_id)
        for person_id, class_id in choices.items()
    }
    stands = {row.person_id: row for row in rows if row.decided_at is not None}
    people = {person_id for person_id, listing in chosen.items() if listing != stands.get(person_id)}
    if not people:
        return 0
    # First nothing counts, then what was decided, then the rest by order: one per person at any moment.
    listings.filter(person__in=people).update(counts_here=False, decided_by=None, decided_at=None)
    decided = [listing.pk for person_id, listing in chosen.items() if listing and person_id in people]
    listings.filter(pk__in=decided).update(counts_here=True, decided_by=actor.account_id, decided_at=now)
    settle_overlaps(meeting.pk, people)
    record_event(
        institution_id=actor.institution_id,
        verb="class.decided",
        actor_id=actor.account_id,
        subject=meeting,
        now=now,
        payload={"choices": [[person, choices[person]] for person in sorted(people)]},
    )
    return len(people)


def _chosen(listings: list[VoterListing], class_id: int | None) -> VoterListing | None:
    """The person's listing in the chosen class; refused if there is none any more."""
    if class_id is None:
        return None
    listing = next((one for one in listings if one.voter_class_id == class_id), None)
    if listing is None:
        name = listings[0].person.name if listings else Words("这个人")
        raise Refused(
            Words("名单刚刚有人改过，{name}不在所选的那一类。请刷新后再定，没有保存。", name=name),
            code="listing.missing",
        )
    return listing
