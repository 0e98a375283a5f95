"""Writing down what was held, and mending it while it is open."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from pingyi.core.clock import today
from pingyi.core.errors import Refused
from pingyi.core.faults import Gathered
from pingyi.core.services import record_event
from pingyi.core.words import Words
from pingyi.ledgers.kit.domain.states import State
from pingyi.ledgers.kit.queries.places import BRANCHES
from pingyi.ledgers.kit.services.write_record import lock_own, mark_written, refuse_strangers
from pingyi.ledgers.orglife.models import Activity, Attendance
from pingyi.ledgers.orglife.services.activity_content import (
    ActivityContent,
    Seat,
    columns_of,
    content_faults,
)
from pingyi.organisations.actor import Actor
from pingyi.organisations.models import Organisation


@transaction.atomic
def record_activity(
    *, actor: Actor, now: datetime, organisation: Organisation, content: ActivityContent
) -> Activity:
    """Writes a draft. Late is allowed and stays visible; ahead is not. Records `record.written`."""
    refuse_strangers(actor, organisation)
    _refuse_wrong(organisation, content, now)
    _refuse_twice(organisation, content)
    activity = Activity(institution_id=actor.institution_id, organisation=organisation, **columns_of(content))
    mark_written(activity, actor, now)
    activity.save(force_insert=True)
    _seat(activity, content.seats)
    _record(actor, now, activity, "record.written")
    return activity


@transaction.atomic
def revise_activity(*, actor: Actor, now: datetime, activity: Activity, content: ActivityContent) -> Activity:
    """Changes a draft, or what was returned. Another day than before counts as written now.

    Records `record.revised`.
    """
    row = lock_own(actor, activity)
    _refuse_wrong(row.organisation, content, now)
    _refuse_twice(row.organisation, content, besides=row.pk)
    if row.state == State.DRAFT or row.happened_on != content.happened_on:
        mark_written(row, actor, now)
    for name, value in columns_of(content).items():
        setattr(row, name, value)
    row.save()
    row.attendances.all().delete()
    _seat(row, content.seats)
    _record(actor, now, row, "record.revised")
    return row


@transaction.atomic
def remove_draft(*, actor: Actor, now: datetime, activity: Activity) -> None:
    """Takes a draft away that should not be there. What was once filed is never removed. Records `record.removed`."""
    row = lock_own(actor, activity)
    if row.state != State.DRAFT:
        raise Refused(
            Words("退回来的不能删，改好再报。确实没有办的，写进内容里再报。"), code="record.not_draft"
        )
    _record(actor, now, row, "record.removed")
    row.delete()


def _seat(activity: Activity, seats: Sequence[Seat]) -> None:
    Attendance.objects.bulk_create(
        Attendance(
            institution_id=activity.institution_id,
            activity=activity,
            person_id=seat.person_id,
            is_present=seat.is_present,
            reason="" if seat.is_present else seat.reason,
        )
        for seat in seats
    )


def _refuse_wrong(organisation: Organisation, content: ActivityContent, now: datetime) -> None:
    found = Gathered()
    is_branch = organisation.kind in BRANCHES
    for fault in content_faults(content, is_branch=is_branch, today=today(now)):
        found.add(fault)
    found.refuse()


def _refuse_twice(organisation: Organisation, content: ActivityContent, besides: int = 0) -> None:
    same = Activity.objects.filter(
        organisation=organisation, kind=content.kind, happened_on=content.happened_on, topic=content.topic
    )
    if same.exclude(pk=besides).exists():
        raise Refused(
            Words("这一天这个主题已经记过一次。同一天开了两次的，主题写得不一样。"),
            code="activity.twice",
            field="topic",
        )


def _record(actor: Actor, now: datetime, activity: Activity, verb: str) -> None:
    record_event(
        institution_id=activity.institution_id,
        verb=verb,
        actor_id=actor.account_id,
        subject=activity,
        now=now,
        payload={
            "organisation": activity.organisation.name,
            "title": activity.topic,
            "happened_on": activity.happened_on.isoformat(),
        },
    )
