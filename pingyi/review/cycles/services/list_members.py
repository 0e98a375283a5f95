from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import ProtectedError

from pingyi.core.errors import Refused
from pingyi.core.services import record_event
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.organisations.models import Person
from pingyi.review.cycles.models import VoterClass, VoterListing
from pingyi.review.cycles.services.plan_lock import lock_draft, still_there
from pingyi.review.cycles.services.settle_overlaps import settle_overlaps


@dataclass(frozen=True)
class Listed:
    """What listing people did: how many are new on the list, were on it already, and stand on other lists too."""

    added: int
    already: int
    also_elsewhere: int


@transaction.atomic
def list_members(
    *, actor: Actor, now: datetime, voter_class: VoterClass, people: Iterable[Person], source: str
) -> Listed:
    """Put people on the list of a class. Safe to repeat: who is on it already stays once.

    Whoever stands on several lists of the meeting counts in the first class, unless somebody decided otherwise.
    `source` says in words where the people came from.
    """
    lock_draft(actor, voter_class.meeting.cycle_id)
    row = still_there(voter_class)
    wanted = {person.pk: person for person in people}
    present = set(VoterListing.objects.filter(voter_class=row).values_list("person_id", flat=True))
    new = [person for pk, person in wanted.items() if pk not in present]
    VoterListing.objects.bulk_create(
        VoterListing(
            institution_id=row.institution_id,
            meeting_id=row.meeting_id,
            voter_class=row,
            person=person,
            counts_here=False,
        )
        for person in new
    )
    ids = [person.pk for person in new]
    settle_overlaps(row.meeting_id, ids)
    elsewhere = (
        VoterListing.objects.filter(meeting=row.meeting_id, person__in=ids)
        .exclude(voter_class=row)
        .values("person")
    )
    listed = Listed(len(new), len(wanted) - len(new), elsewhere.distinct().count())
    if new:
        record_event(
            institution_id=actor.institution_id,
            verb="class.members_listed",
            actor_id=actor.account_id,
            subject=row,
            now=now,
            payload={"code": row.code, "source": source, "people": ids},
        )
    return listed


@transaction.atomic
def unlist_members(
    *, actor: Actor, now: datetime, voter_class: VoterClass, listings: Iterable[VoterListing]
) -> int:
    """Take people off the list of a class. Where they stand on other lists, they count there from now on."""
    lock_draft(actor, voter_class.meeting.cycle_id)
    row = still_there(voter_class)
    chosen = list(VoterListing.objects.filter(voter_class=row, pk__in=[listing.pk for listing in listings]))
    ids = [listing.person_id for listing in chosen]
    if not chosen:
        return 0
    try:
        VoterListing.objects.filter(pk__in=[listing.pk for listing in chosen]).delete()
    except ProtectedError as use:
        raise Refused(
            Words("有人已经在签到台签到，不能从名单上去掉。先撤销签到。"), code="listing.in_use"
        ) from use
    settle_overlaps(row.meeting_id, ids)
    record_event(
        institution_id=actor.institution_id,
        verb="class.members_unlisted",
        actor_id=actor.account_id,
        subject=row,
        now=now,
        payload={"code": row.code, "people": ids},
    )
    return len(chosen)
