from datetime import datetime

from django.db import transaction

from pingyi.core.errors import Forbidden, Refused
from pingyi.core.services import record_event
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.review.cycles.models import ReviewMeeting
from pingyi.review.cycles.rules import may_prepare
from pingyi.review.rectification.models import FollowUp, Requirement
from pingyi.review.rectification.queries.levels import organisations_of_level


@transaction.atomic
def raise_requirement(
    *, actor: Actor, now: datetime, meeting: ReviewMeeting, number: int, level: str, text: str
) -> Requirement:
    """Record one numbered requirement of the speech and ask every organisation of its level to follow it up."""
    if not may_prepare(actor, meeting):
        raise Forbidden(Words("讲话要求由经办人记录。"))
    if not text.strip():
        raise Refused(Words("要求没有写内容。"), code="requirement.text", field="text")
    if level not in Requirement.Level.values:
        raise Refused(
            Words("选这条要求对谁提：附属医院、学院、基层党支部或全体。"),
            code="requirement.level",
            field="level",
        )
    if Requirement.objects.filter(meeting=meeting, number=number).exists():
        raise Refused(
            Words("第{number}条要求已经记过了。", number=number), code="requirement.number", field="number"
        )
    requirement: Requirement = Requirement.objects.create(
        institution_id=meeting.institution_id,
        cycle_id=meeting.cycle_id,
        meeting=meeting,
        number=number,
        level=level,
        text=text.strip(),
        recorded_at=now,
    )
    ask_level(requirement)
    record_event(
        institution_id=meeting.institution_id,
        verb="requirement.raised",
        actor_id=actor.account_id,
        subject=requirement,
        now=now,
        payload={"number": number, "level": level, "text": requirement.text},
    )
    return requirement


def ask_level(requirement: Requirement) -> None:
    """One follow-up for each organisation of the requirement's level."""
    asked = organisations_of_level(requirement.cycle.convenor, requirement.level)
    FollowUp.objects.bulk_create(
        FollowUp(
            institution_id=requirement.institution_id, requirement=requirement, organisation=organisation
        )
        for organisation in asked
    )
