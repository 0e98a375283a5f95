"""Arrivals at the desks. They leave no line in the event log: a line would keep the time and the order of arriving."""

from datetime import datetime

from django.db import transaction

from pingyi.core.errors import Forbidden, Refused
from pingyi.core.live import announce
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.organisations.models import Person
from pingyi.review.cycles.models import VoterClass, VoterListing
from pingyi.review.cycles.queries import class_of_person
from pingyi.review.meetings.models import Attendance, Sitting
from pingyi.review.meetings.rules import may_use_desk
from pingyi.review.meetings.services.sitting_lock import hold_sitting, refuse_ended, topic_of_meeting


@transaction.atomic
def record_arrival(
    *, actor: Actor, now: datetime, sitting: Sitting, person: Person, voter_class: VoterClass | None = None
) -> None:
    """Tick a voter as present at the desk of her class (None: at a desk for all). Latecomers too, until the end.

    Ticking twice changes nothing. Somebody on no list, or of another desk's class, is refused with where to go.
    """
    held = _hold_for_desk(actor, sitting)
    standing = class_of_person(held.meeting, person)
    if standing is None:
        raise Refused(
            Words(
                "{person}不在本场任何一类名单上，没有签到。可以列席，不领票；该在名单上的，请经办人核对名单。",
                person=person.name,
            ),
            code="arrival.on_no_list",
        )
    if voter_class is not None and voter_class.pk != standing.pk:
        raise Refused(
            Words(
                "{person}在{code}类（{standing}）的名单上，没有在这里签到。请到{code}类的签到台。",
                person=person.name,
                code=standing.code,
                standing=standing.name,
            ),
            code="arrival.other_class",
        )
    listing = VoterListing.objects.get(meeting=held.meeting_id, person=person, counts_here=True)
    _, is_new = Attendance.objects.get_or_create(
        listing=listing,
        defaults={"institution_id": held.institution_id, "sitting": held, "recorded_by_id": actor.account_id},
    )
    if is_new:
        announce(topic_of_meeting(held))


@transaction.atomic
def undo_arrival(*, actor: Actor, now: datetime, sitting: Sitting, person: Person) -> None:
    """Take back a tick that was a mistake. Taking back twice changes nothing."""
    held = _hold_for_desk(actor, sitting)
    gone, _ = Attendance.objects.filter(sitting=held, listing__person=person).delete()
    if gone:
        announce(topic_of_meeting(held))


def _hold_for_desk(actor: Actor, sitting: Sitting) -> Sitting:
    held = hold_sitting(sitting.pk)
    if not may_use_desk(actor, held.meeting):
        raise Forbidden(Words("签到由经办人、计票人、监票人办。"))
    refuse_ended(held)
    return held
