from datetime import datetime

from django.db import transaction

from pingyi.core.errors import Refused
from pingyi.core.services import record_event
from pingyi.organisations.actor import Actor
from pingyi.review.cycles.models import VoterClass, VoterListing
from pingyi.review.cycles.services.plan_lock import lock_draft, still_there
from pingyi.review.cycles.services.settle_overlaps import settle_overlaps


@transaction.atomic
def decide_class(*, actor: Actor, now: datetime, voter_class: VoterClass, person_id: int) -> VoterListing:
    """Decide that a person on several lists votes in this class, whatever the order of the classes."""
    lock_draft(actor, voter_class.meeting.cycle_id)
    row = still_there(voter_class)
    listing: VoterListing | None = VoterListing.objects.filter(voter_class=row, person=person_id).first()
    if listing is None:
        raise Refused(f"这个人不在{row.code}类的名单上了。请刷新后再定。", code="listing.missing")
    others = VoterListing.objects.filter(meeting=row.meeting_id, person=person_id).exclude(pk=listing.pk)
    others.update(counts_here=False, decided_by=None, decided_at=None)
    listing.counts_here, listing.decided_by_id, listing.decided_at = True, actor.account_id, now
    listing.save(update_fields=["counts_here", "decided_by", "decided_at"])
    _record(actor, now, listing, "class.decided", {"code": row.code})
    return listing


@transaction.atomic
def leave_to_order(*, actor: Actor, now: datetime, voter_class: VoterClass, person_id: int) -> None:
    """Take such a decision back: the order of the classes decides again."""
    lock_draft(actor, voter_class.meeting.cycle_id)
    row = still_there(voter_class)
    listing = VoterListing.objects.filter(
        meeting=row.meeting_id, person=person_id, decided_at__isnull=False
    ).first()
    if listing is None:
        return
    listing.decided_by, listing.decided_at = None, None
    listing.save(update_fields=["decided_by", "decided_at"])
    settle_overlaps(row.meeting_id, [person_id])
    _record(actor, now, listing, "class.left_to_order", {})


def _record(actor: Actor, now: datetime, listing: VoterListing, verb: str, more: dict[str, str]) -> None:
    record_event(
        institution_id=actor.institution_id,
        verb=verb,
        actor_id=actor.account_id,
        subject=listing,
        now=now,
        payload={"person": listing.person_id, "meeting": listing.meeting_id, **more},
    )
