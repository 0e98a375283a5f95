"""Bodies and who sits in them."""

from datetime import datetime

from django.db import transaction

from pingyi.core.errors import Refused
from pingyi.core.services import record_event
from pingyi.core.text import tidy
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.organisations.domain.names import match_key
from pingyi.organisations.models import Body, BodyMember, Organisation, Person
from pingyi.organisations.services.register_guard import begin_change


@transaction.atomic
def add_body(*, actor: Actor, now: datetime, organisation: Organisation, name: str, kind: str) -> Body:
    """A new body of the organisation, without members yet. Records `body.added`."""
    begin_change(actor, organisation)
    name = tidy(name)
    if not name or len(name) > 120:
        raise Refused(Words("机构名称要在1到120个字之间。请填上名称。"), code="body.bad_name", field="name")
    if kind not in Body.Kind.values:
        raise Refused(Words("没有选机构类型。请从列表里选一个。"), code="body.bad_kind", field="kind")
    if any(match_key(body.name) == match_key(name) for body in organisation.bodies.all()):
        raise Refused(
            Words(
                "“{organisation}”已经有“{name}”。请直接加成员。", organisation=organisation.name, name=name
            ),
            code="body.known",
            field="name",
        )
    body = Body.objects.create(institution=actor.institution, organisation=organisation, name=name, kind=kind)
    _record("body.added", body, actor, now, {"organisation": organisation.name})
    return body


@transaction.atomic
def add_member(
    *, actor: Actor, now: datetime, body: Body, person: Person, role_text: str = "", order: int = 0
) -> BodyMember:
    """The person sits in the body. Records `member.added`."""
    begin_change(actor, body, person)
    if BodyMember.objects.filter(body=body, person=person).exists():
        raise Refused(
            Words("{person}已经是“{body}”的成员，不用再加。", person=person.name, body=body.name),
            code="member.known",
            field="person",
        )
    member = BodyMember.objects.create(
        institution=actor.institution, body=body, person=person, role_text=tidy(role_text)[:40], order=order
    )
    _record("member.added", body, actor, now, {"person": person.name, "role": member.role_text})
    return member


@transaction.atomic
def remove_member(*, actor: Actor, now: datetime, member: BodyMember) -> None:
    """The person sits in the body no more. Records `member.removed`."""
    begin_change(actor, member)
    _record("member.removed", member.body, actor, now, {"person": member.person.name})
    member.delete()


def _record(verb: str, body: Body, actor: Actor, now: datetime, payload: dict[str, str]) -> None:
    record_event(
        institution_id=actor.institution_id,
        verb=verb,
        actor_id=actor.account_id,
        subject=body,
        now=now,
        payload={"body": body.name, **payload},
    )
