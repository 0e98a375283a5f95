from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from pingyi.core.errors import Refused
from pingyi.core.services import record_event
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.organisations.models import Organisation
from pingyi.review.cycles.domain.settings import BallotScope
from pingyi.review.cycles.models import Cycle, Reporter, ReviewMeeting
from pingyi.review.cycles.queries.incumbents import Incumbent, incumbents, organisations_under_review
from pingyi.review.cycles.queries.settings import settings_of
from pingyi.review.cycles.services.agenda_order import next_place, renumber
from pingyi.review.cycles.services.plan_lock import lock_draft


@dataclass(frozen=True)
class Proposal:
    """What a proposal did: reporters added, and organisations for which nobody is in post."""

    added: list[Reporter]
    without_anyone: list[Organisation]


@transaction.atomic
def propose_reporters(*, actor: Actor, now: datetime, cycle: Cycle, meeting: ReviewMeeting) -> Proposal:
    """Put every second-level organisation that is not on the roster yet on it, all in writing at first.

    Safe to repeat. Who reports is who was in post at the end of the year reviewed; vacant places are named.
    """
    draft = lock_draft(actor, cycle.pk)
    if meeting.cycle_id != draft.pk:
        raise Refused(Words("这场会议不在这一轮里。请从方案页打开。"), code="meeting.other_cycle")
    listed = set(Reporter.objects.filter(cycle=draft).values_list("organisation_id", flat=True))
    expected = [one for one in organisations_under_review(draft.convenor, draft.year) if one.pk not in listed]
    found = incumbents(expected, draft.year)
    added = _add(draft, meeting, [found[one.pk] for one in expected if one.pk in found])
    renumber(meeting)
    proposal = Proposal(added, [one for one in expected if one.pk not in found])
    if added:
        record_event(
            institution_id=actor.institution_id,
            verb="reporters.proposed",
            actor_id=actor.account_id,
            subject=meeting,
            now=now,
            payload={"organisations": [one.organisation_id for one in added]},
        )
    return proposal


def _add(cycle: Cycle, meeting: ReviewMeeting, people: list[Incumbent]) -> list[Reporter]:
    scope = settings_of(cycle).ballot_scope
    place = next_place(meeting)
    return Reporter.objects.bulk_create(
        Reporter(
            institution_id=cycle.institution_id,
            cycle=cycle,
            meeting=meeting,
            organisation=one.organisation,
            person=one.person,
            title_text=one.title_text,
            is_acting=one.is_acting,
            mode=Reporter.Mode.WRITTEN,
            is_voted_on=scope == BallotScope.ALL,
            order=place + offset,
        )
        for offset, one in enumerate(people)
    )
