from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max, ProtectedError

from pingyi.core.clock import today
from pingyi.core.errors import Refused
from pingyi.core.services import record_event
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.organisations.models import Person
from pingyi.review.cycles.models import Cycle, ReviewMeeting, VoterClass
from pingyi.review.cycles.services.plan_lock import lock_draft, still_there


@dataclass(frozen=True)
class MeetingPlan:
    """What is planned of a meeting. Chair and commentator are two roles, often but not always one person."""

    name: str
    held_at: datetime
    ballot_mode: str
    place: str = ""
    chair: Person | None = None
    chair_title: str = ""
    commentator: Person | None = None
    commentator_title: str = ""


@transaction.atomic
def plan_meeting(*, actor: Actor, now: datetime, cycle: Cycle, plan: MeetingPlan) -> ReviewMeeting:
    """Add a meeting to a draft. Two meetings of a cycle differ in name."""
    draft = lock_draft(actor, cycle.pk)
    fields = _checked(plan, draft)
    if ReviewMeeting.objects.filter(cycle=draft, name=fields["name"]).exists():
        raise Refused(
            Words(
                "已经有一场“{fields}”，没有再加。要改它，就在它那一栏改；另开一场请换个名称。",
                fields=fields["name"],
            ),
            code="meeting.exists",
            field="name",
        )
    last = ReviewMeeting.objects.filter(cycle=draft).aggregate(last=Max("sequence"))["last"] or 0
    meeting: ReviewMeeting = ReviewMeeting.objects.create(
        institution_id=draft.institution_id, cycle=draft, sequence=last + 1, **fields
    )
    _record(actor, now, "meeting.planned", meeting)
    return meeting


@transaction.atomic
def change_meeting(
    *, actor: Actor, now: datetime, meeting: ReviewMeeting, plan: MeetingPlan
) -> ReviewMeeting:
    """Replace what is planned of a meeting while the plan is a draft."""
    draft = lock_draft(actor, meeting.cycle_id)
    meeting = still_there(meeting)
    fields = _checked(plan, draft)
    if ReviewMeeting.objects.filter(cycle=draft, name=fields["name"]).exclude(pk=meeting.pk).exists():
        raise Refused(Words("另一场会议已经叫这个名称。请换一个。"), code="meeting.exists", field="name")
    for name, value in fields.items():
        setattr(meeting, name, value)
    meeting.save(update_fields=list(fields))
    _record(actor, now, "meeting.changed", meeting)
    return meeting


@transaction.atomic
def remove_meeting(*, actor: Actor, now: datetime, meeting: ReviewMeeting) -> None:
    """Take a meeting out of a draft, with its voter classes and lists. Refused while somebody reports in it."""
    lock_draft(actor, meeting.cycle_id)
    meeting = still_there(meeting)
    count = meeting.reporters.count()
    if count:
        raise Refused(
            Words(
                "“{meeting}”的名册上还有{count}位，没有撤掉。先把他们改到别的会议，或从名册撤下。",
                meeting=meeting.name,
                count=count,
            ),
            code="meeting.has_reporters",
        )
    _record(actor, now, "meeting.removed", meeting)
    # Merged classes hold on to each other; they all go.
    VoterClass.objects.filter(meeting=meeting).update(
        merged_into=None, merge_reason="", merged_by=None, merged_at=None
    )
    try:
        meeting.delete()
    except ProtectedError as use:
        raise Refused(
            Words("“{meeting}”已经有签到、票箱或抽签记录，不能撤掉。", meeting=meeting.name),
            code="meeting.in_use",
        ) from use


def _checked(plan: MeetingPlan, cycle: Cycle) -> dict[str, Any]:
    name = " ".join(plan.name.split())
    if not name:
        raise Refused(
            Words("会议名称还空着。例如“2025年度述职评议会”。"), code="meeting.nameless", field="name"
        )
    if plan.ballot_mode not in ReviewMeeting.BallotMode.values:
        raise Refused(Words("请选投票方式：纸质票或匿名码。"), code="meeting.mode", field="ballot_mode")
    year = today(plan.held_at).year
    if not cycle.year <= year <= cycle.year + 2:
        raise Refused(
            Words("{year}年开会，不像{year_2}年度的评议。请核对年份。", year=year, year_2=cycle.year),
            code="meeting.date",
            field="held_at",
        )
    fields = {
        "name": name,
        "held_at": plan.held_at,
        "ballot_mode": plan.ballot_mode,
        "place": plan.place.strip(),
        "chair": plan.chair,
        "chair_title": plan.chair_title.strip(),
        "commentator": plan.commentator,
        "commentator_title": plan.commentator_title.strip(),
    }
    for key, value in fields.items():
        longest = getattr(ReviewMeeting._meta.get_field(key), "max_length", None)
        if isinstance(value, str) and longest and len(value) > longest:
            raise Refused(
                Words("太长了，请缩到{longest}个字以内。", longest=longest), code="meeting.long", field=key
            )
    return fields


def _record(actor: Actor, now: datetime, verb: str, meeting: ReviewMeeting) -> None:
    record_event(
        institution_id=actor.institution_id,
        verb=verb,
        actor_id=actor.account_id,
        subject=meeting,
        now=now,
        payload={
            "name": meeting.name,
            "held_at": meeting.held_at.isoformat(),
            "ballot_mode": meeting.ballot_mode,
            "chair": meeting.chair_id,
            "commentator": meeting.commentator_id,
        },
    )
