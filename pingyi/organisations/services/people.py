"""People of the institution, members of the Party or not."""

from datetime import datetime

from django.db import transaction

from pingyi.core.errors import Refused
from pingyi.core.services import record_event
from pingyi.core.text import tidy
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.organisations.models import Organisation, Person
from pingyi.organisations.services.register_guard import begin_change


@transaction.atomic
def add_person(
    *,
    actor: Actor,
    now: datetime,
    name: str,
    staff_number: str = "",
    organisation: Organisation | None = None,
) -> Person:
    """A new person. Without a staff number nobody of the same name may be in the same organisation already.

    Records `person.added`.
    """
    begin_change(actor, organisation)
    name = _checked_name(name)
    _check_number(staff_number)
    if not staff_number and Person.objects.filter(name=name, organisation=organisation).exists():
        place = f"“{organisation.name}”" if organisation else Words("没有组织的人员")
        raise Refused(
            Words("{place}里已经有一位{name}。是另一个人的话，请填工号区分。", place=place, name=name),
            code="person.namesake",
            field="staff_number",
        )
    person = Person.objects.create(
        institution=actor.institution, name=name, staff_number=staff_number, organisation=organisation
    )
    _record("person.added", person, actor, now)
    return person


@transaction.atomic
def revise_person(
    *,
    actor: Actor,
    now: datetime,
    person: Person,
    name: str,
    staff_number: str,
    organisation: Organisation | None,
) -> Person:
    """Corrects name, staff number and organisation. Records `person.revised` if anything differs."""
    begin_change(actor, person, organisation)
    name = _checked_name(name)
    _check_number(staff_number, person)
    if (person.name, person.staff_number, person.organisation) == (name, staff_number, organisation):
        return person
    person.name, person.staff_number, person.organisation = name, staff_number, organisation
    person.save(update_fields=["name", "staff_number", "organisation"])
    _record("person.revised", person, actor, now)
    return person


def _checked_name(name: str) -> str:
    name = tidy(name)
    if not name or len(name) > 64:
        raise Refused(Words("姓名要在1到64个字之间。请填上姓名。"), code="person.bad_name", field="name")
    return name


def _check_number(staff_number: str, besides: Person | None = None) -> None:
    if not staff_number:
        return
    taken = Person.objects.filter(staff_number=staff_number).exclude(pk=besides.pk if besides else 0).first()
    if taken is not None:
        raise Refused(
            Words(
                "工号 {staff_number} 已经是{taken}的。请核对工号。",
                staff_number=staff_number,
                taken=taken.name,
            ),
            code="person.number_taken",
            field="staff_number",
        )


def _record(verb: str, person: Person, actor: Actor, now: datetime) -> None:
    record_event(
        institution_id=actor.institution_id,
        verb=verb,
        actor_id=actor.account_id,
        subject=person,
        now=now,
        payload={
            "name": person.name,
            "staff_number": person.staff_number,
            "organisation": person.organisation.name if person.organisation else "",
        },
    )
