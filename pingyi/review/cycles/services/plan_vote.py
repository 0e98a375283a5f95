"""The plan of a secret vote on one matter that somebody else keeps: small, and fixed from its first moment."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from pingyi.core.clock import today
from pingyi.core.errors import Forbidden, Refused
from pingyi.core.services import record_event
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.organisations.models import Organisation, Person
from pingyi.review.cycles.domain.settings import ReviewSettings, SelfVote
from pingyi.review.cycles.models import (
    Cycle,
    CycleSetting,
    Reporter,
    ReviewMeeting,
    VoterClass,
    VoterListing,
)
from pingyi.review.cycles.rules import may_prepare
from pingyi.review.cycles.services.freeze_cycle import freeze_cycle
from pingyi.review.cycles.services.plan_meeting import MeetingPlan, plan_meeting

LEAST_VOTERS = ReviewSettings().threshold
CLASS_CODE, CLASS_NAME = "A", Words("有表决权的到会成员")
# Abstaining is an answer of its own, and whoever presides votes like everybody.
_RULES: dict[str, object] = {"has_unknown_option": True, "self_vote": SelfVote.ALLOW.value}


@dataclass(frozen=True)
class Matter:
    """What is voted on and by whom. `about` names it to whoever asked for the vote; nobody here reads it.

    `voters` are those who are there and may vote on it. `chair` presides; the row of the ballot needs a person.
    """

    about: str
    title: str
    convenor: Organisation
    chair: Person
    held_at: datetime
    place: str
    ballot_mode: str
    voters: Sequence[Person]


@transaction.atomic
def plan_vote(*, actor: Actor, now: datetime, matter: Matter) -> ReviewMeeting:
    """Plan and freeze the vote: one meeting, one row, one class without weight. A second call gives what is there.

    Refused for fewer voters than a class must have: few ballots say who cast them. Records vote.planned.
    """
    if not may_prepare(actor, matter.convenor):
        raise Forbidden(Words("票箱由组织部门的经办人准备。请找经办人，或者当场举手、用纸质票表决。"))
    # Whoever asks for the same vote at the same moment waits for the one who holds the matter.
    present: ReviewMeeting | None = ReviewMeeting.objects.filter(cycle__about=matter.about).first()
    if present is not None:
        return present
    _refuse_few(len(matter.voters))
    cycle = Cycle.objects.create(
        institution_id=actor.institution_id,
        convenor=matter.convenor,
        year=today(matter.held_at).year,
        name=matter.title,
        about=matter.about,
    )
    _set_rules(actor, now, cycle)
    meeting = plan_meeting(
        actor=actor,
        now=now,
        cycle=cycle,
        plan=MeetingPlan(
            name=matter.title,
            held_at=matter.held_at,
            ballot_mode=matter.ballot_mode,
            place=matter.place,
            chair=matter.chair,
        ),
    )
    _ask(meeting, matter)
    record_event(
        institution_id=cycle.institution_id,
        verb="vote.planned",
        actor_id=actor.account_id,
        subject=cycle,
        now=now,
        payload={"name": cycle.name, "about": cycle.about, "voters": len(matter.voters)},
    )
    freeze_cycle(actor=actor, now=now, cycle=cycle)
    return ReviewMeeting.objects.select_related("cycle").get(pk=meeting.pk)


def _refuse_few(voters: int) -> None:
    if voters < LEAST_VOTERS:
        raise Refused(
            Words(
                "到会能表决的只有{voters}人，不足{least}人，票箱藏不住谁投了什么。请举手表决，或者用纸质票、两个人监票计票。",
                voters=voters,
                least=LEAST_VOTERS,
            ),
            code="vote.too_few",
        )


def _set_rules(actor: Actor, now: datetime, cycle: Cycle) -> None:
    CycleSetting.objects.bulk_create(
        CycleSetting(
            institution_id=cycle.institution_id,
            cycle=cycle,
            key=key,
            value=value,
            set_by_id=actor.account_id,
            set_at=now,
        )
        for key, value in _RULES.items()
    )


def _ask(meeting: ReviewMeeting, matter: Matter) -> None:
    """One row and one list. The row stands for the matter; what people read is its title."""
    Reporter.objects.create(
        institution_id=meeting.institution_id,
        cycle_id=meeting.cycle_id,
        meeting=meeting,
        organisation=matter.convenor,
        person=matter.chair,
        title_text=Words("主持人"),
        mode=Reporter.Mode.WRITTEN,
        order=1,
    )
    voter_class = VoterClass.objects.create(
        institution_id=meeting.institution_id, meeting=meeting, code=CLASS_CODE, name=CLASS_NAME, order=1
    )
    VoterListing.objects.bulk_create(
        VoterListing(
            institution_id=meeting.institution_id, meeting=meeting, voter_class=voter_class, person=person
        )
        for person in matter.voters
    )
