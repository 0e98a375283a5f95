from datetime import date, datetime

from django.db import transaction

from pingyi.core.errors import Missing, Refused
from pingyi.core.services import record_event
from pingyi.core.text import tidy
from pingyi.core.words import Words
from pingyi.ledgers.kit.services.write_record import refuse_strangers
from pingyi.ledgers.orglife.models import Member
from pingyi.organisations.actor import Actor
from pingyi.organisations.models import Person

GROUP_LENGTH = 40


@transaction.atomic
def keep_member(
    *,
    actor: Actor,
    now: datetime,
    person: Person,
    admitted_on: date | None,
    full_on: date | None,
    left_on: date | None,
    group: str,
) -> Member:
    """Enters a person as Party member of the branch in which she is listed, or corrects the days. Records
    `party_member.kept`.
    """
    if person.organisation is None:
        raise Missing(Words("这个人还没有列入哪个支部。先在“人员”里写明所在组织。"), code="member.no_branch")
    refuse_strangers(actor, person.organisation)
    if admitted_on is None:
        raise Refused(
            Words("写入党日期，就是支部大会接收为预备党员那天。"), code="member.day", field="admitted_on"
        )
    if fault := days_fault(admitted_on, full_on, left_on):
        raise Refused(fault[1], code="member.order", field=fault[0])
    row: Member
    row, _ = Member.objects.update_or_create(
        person=person,
        defaults={
            "institution_id": actor.institution_id,
            "admitted_on": admitted_on,
            "full_on": full_on,
            "left_on": left_on,
            "group": tidy(group)[:GROUP_LENGTH],
        },
    )
    record_event(
        institution_id=actor.institution_id,
        verb="party_member.kept",
        actor_id=actor.account_id,
        subject=row,
        now=now,
        payload={"organisation": person.organisation.name, "name": person.name},
    )
    return row


def days_fault(admitted_on: date, full_on: date | None, left_on: date | None) -> tuple[str, str] | None:
    """Field and words of a day that cannot be."""
    if full_on is not None and full_on < admitted_on:
        return "full_on", Words("转正日期早于入党日期。核对这两个日期。")
    if left_on is not None and left_on < admitted_on:
        return "left_on", Words("离开日期早于入党日期。核对这两个日期。")
    return None
