"""Writing down what was held, and mending it while it is open."""

from collections.abc import Sequence
from dataclasses import dataclass, field, fields
from datetime import date, datetime, time
from typing import Any

from django.db import transaction

from pingyi.core.errors import Refused
from pingyi.core.services import record_event
from pingyi.core.words import Words
from pingyi.ledgers.kit.domain.states import State
from pingyi.ledgers.kit.queries.places import BRANCHES
from pingyi.ledgers.kit.services.write_record import lock_own, mark_written, refuse_ahead, refuse_strangers
from pingyi.ledgers.orglife.domain.kinds import Kind, kinds_for
from pingyi.ledgers.orglife.models import Activity, Attendance
from pingyi.organisations.actor import Actor
from pingyi.organisations.models import Organisation


@dataclass(frozen=True)
class Seat:
    """One person on the list; `reason` only of somebody who was not there."""

    person_id: int
    is_present: bool
    reason: str = ""


@dataclass(frozen=True)
class ActivityContent:
    """What is said of an activity. With `seats` the counts are taken from the list and not from here."""

    kind: Kind
    happened_on: date
    topic: str
    place: str = ""
    starts_at: time | None = None
    ends_at: time | None = None
    chair_id: int | None = None
    recorder_id: int | None = None
    lecturer_id: int | None = None
    due_count: int = 0
    present_count: int = 0
    votes_for: int | None = None
    length: str = "hours"
    hours: int = 0
    content: str = ""
    seats: Sequence[Seat] = field(default=())


# Everything but the list is a column of the row.
COLUMNS = tuple(one.name for one in fields(ActivityContent) if one.name != "seats")


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


def columns_of(content: ActivityContent) -> dict[str, Any]:
    """The columns of the row; counts from the list where there is one."""
    columns = {name: getattr(content, name) for name in COLUMNS}
    if content.seats:
        columns["due_count"] = len(content.seats)
        columns["present_count"] = sum(seat.is_present for seat in content.seats)
    return columns


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
    refuse_ahead(content.happened_on, now)
    fault = content_fault(content, is_branch=organisation.kind in BRANCHES)
    if fault is not None:
        raise Refused(fault[1], code=f"activity.{fault[0]}", field=fault[0])


def content_fault(content: ActivityContent, *, is_branch: bool) -> tuple[str, str] | None:
    """Field and words of the first thing in the content that cannot be, whoever writes it."""
    columns = columns_of(content)
    if content.kind not in kinds_for(is_branch=is_branch):
        return "kind", Words("这一类不在这个单位记。支部的记在支部，书记例会记在二级党组织。")
    if not content.topic:
        return "topic", Words("写一句主题。")
    if columns["present_count"] > columns["due_count"]:
        return "present_count", Words("实到比应到多。核对这两个数，列席的不算在内。")
    if content.votes_for is not None and content.votes_for > columns["due_count"]:
        return "votes_for", Words("赞成票比应到的人多。核对票数。")
    if (content.starts_at is None) != (content.ends_at is None):
        return "ends_at", Words("开始和结束的时间要么都写，要么都不写。")
    if content.starts_at and content.ends_at and content.ends_at <= content.starts_at:
        return "ends_at", Words("结束要在开始以后。")
    return None


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
