from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from pingyi.core.clock import today
from pingyi.core.errors import Refused
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.review.appraisal.queries.polled import Mended, mended_organisations
from pingyi.review.cycles.models import Cycle
from pingyi.review.cycles.queries.incumbents import Incumbent
from pingyi.review.cycles.services import MeetingPlan, change_poll, plan_poll


@transaction.atomic
def start_poll(
    *, actor: Actor, now: datetime, review: Cycle, plan: MeetingPlan, organisation_ids: Collection[int]
) -> Cycle:
    """Begin a satisfaction poll about some of the organisations that had problems. Not before there are tasks."""
    people = _people(review, plan, organisation_ids)
    return plan_poll(actor=actor, now=now, review=review, plan=plan, people=people)


@transaction.atomic
def replan_poll(
    *, actor: Actor, now: datetime, poll: Cycle, plan: MeetingPlan, organisation_ids: Collection[int]
) -> Cycle:
    """Change a poll that is still a draft: when, where, how, and about whom."""
    review = Cycle.objects.get(polls=poll)
    people = _people(review, plan, organisation_ids)
    return change_poll(actor=actor, now=now, poll=poll, plan=plan, people=people)


def _people(review: Cycle, plan: MeetingPlan, organisation_ids: Collection[int]) -> list[Incumbent]:
    rows = mended_organisations(review, today(plan.held_at).year)
    if not any(row.tasks for row in rows):
        raise Refused(Words("还没有整改任务，没有可以测评的。各单位列出任务以后再来。"), code="poll.no_tasks")
    chosen = [row for row in rows if row.organisation.pk in organisation_ids]
    if not chosen:
        raise Refused(Words("没有选单位。勾上要测评的单位。"), code="poll.nobody", field="organisations")
    return [_with_secretary(row) for row in chosen]


def _with_secretary(row: Mended) -> Incumbent:
    if row.incumbent is None:
        raise Refused(
            Words(
                "{organisation}没有在任的书记，测评表上写不出是谁。先在“单位”里登记，或不测评它。",
                organisation=row.organisation.name,
            ),
            code="poll.vacant",
            field="organisations",
        )
    return row.incumbent
