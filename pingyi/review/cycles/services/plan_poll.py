from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from pingyi.core.errors import Refused
from pingyi.core.services import record_event
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.review.cycles.models import Cycle, Reporter, ReviewMeeting
from pingyi.review.cycles.queries.incumbents import Incumbent
from pingyi.review.cycles.services.copy_plan import copy_classes, copy_settings
from pingyi.review.cycles.services.plan_lock import lock_draft, lock_plan
from pingyi.review.cycles.services.plan_meeting import MeetingPlan, change_meeting, plan_meeting


@transaction.atomic
def plan_poll(
    *, actor: Actor, now: datetime, review: Cycle, plan: MeetingPlan, people: Sequence[Incumbent]
) -> Cycle:
    """Begin a satisfaction poll on the rectification of a frozen review: a draft that asks about these organisations.

    Voter classes with their lists are those of the review's last meeting, as a start. One poll at a time: refused while
    another one is not counted. Records poll.planned.
    """
    held = lock_plan(actor, review.pk)
    _refuse_too_early(held)
    poll: Cycle = Cycle.objects.create(
        institution_id=held.institution_id,
        convenor=held.convenor,
        year=held.year,
        name=" ".join(plan.name.split()),
        polled=held,
    )
    copy_settings(actor, now, held, poll)
    meeting = plan_meeting(actor=actor, now=now, cycle=poll, plan=plan)
    pattern = ReviewMeeting.objects.filter(cycle=held).order_by("-held_at", "-sequence").first()
    if pattern is not None:
        copy_classes(actor, now, pattern, meeting)
    _ask_about(meeting, people)
    _record(actor, now, "poll.planned", poll, people)
    return poll


@transaction.atomic
def change_poll(
    *, actor: Actor, now: datetime, poll: Cycle, plan: MeetingPlan, people: Sequence[Incumbent]
) -> Cycle:
    """Replace when, where, how and about whom, while the poll is a draft. Records poll.changed."""
    draft = lock_draft(actor, poll.pk)
    meeting = change_meeting(actor=actor, now=now, meeting=ReviewMeeting.objects.get(cycle=draft), plan=plan)
    draft.name = meeting.name
    draft.save(update_fields=["name"])
    _ask_about(meeting, people)
    _record(actor, now, "poll.changed", draft, people)
    return draft


def _refuse_too_early(review: Cycle) -> None:
    if review.polled_id or review.state != Cycle.State.FROZEN:
        raise Refused(Words("方案封存了的评议，才能测评它的整改。"), code="poll.too_early")
    # Asked through the relation because ballots lie above cycles.
    waiting = Cycle.objects.filter(polled=review).exclude(meetings__voting__state="counted").first()
    if waiting is not None:
        raise Refused(
            Words("“{name}”还没有计票，没有再建。先办完它，或把它撤掉。", name=waiting.name),
            code="poll.one_at_a_time",
        )


def _ask_about(meeting: ReviewMeeting, people: Sequence[Incumbent]) -> None:
    """The rows of the ballot, one for each organisation. Nobody reports, so nobody is on site."""
    Reporter.objects.filter(meeting=meeting).delete()
    Reporter.objects.bulk_create(
        Reporter(
            institution_id=meeting.institution_id,
            cycle_id=meeting.cycle_id,
            meeting=meeting,
            organisation=one.organisation,
            person=one.person,
            title_text=one.title_text,
            is_acting=one.is_acting,
            mode=Reporter.Mode.WRITTEN,
            order=place,
        )
        for place, one in enumerate(people, start=1)
    )


def _record(actor: Actor, now: datetime, verb: str, poll: Cycle, people: Sequence[Incumbent]) -> None:
    record_event(
        institution_id=poll.institution_id,
        verb=verb,
        actor_id=actor.account_id,
        subject=poll,
        now=now,
        payload={
            "name": poll.name,
            "review": poll.polled_id,
            "organisations": [one.organisation.name for one in people],
        },
    )
