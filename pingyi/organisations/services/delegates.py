"""“两代表一委员”: who is a delegate, deputy or member of a conference."""

from datetime import datetime

from django.db import transaction

from pingyi.core.errors import Refused
from pingyi.core.services import record_event
from pingyi.core.text import tidy
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.organisations.models import Delegate, Person
from pingyi.organisations.services.register_guard import begin_change


@transaction.atomic
def add_delegate(
    *, actor: Actor, now: datetime, person: Person, kind: str, level_text: str = "", congress_number: int = 0
) -> Delegate:
    """The person is a delegate of this kind (number 0: not known which congress). Records `delegate.added`."""
    begin_change(actor, person)
    if kind not in Delegate.Kind.values:
        raise Refused(Words("没有选类别。请从列表里选一个。"), code="delegate.bad_kind", field="kind")
    if not 0 <= congress_number <= 999:
        raise Refused(
            Words("第几次要在1到999之间，不知道的空着。"), code="delegate.bad_number", field="congress_number"
        )
    wished = {"kind": kind, "level_text": tidy(level_text)[:64], "congress_number": congress_number}
    if Delegate.objects.filter(person=person, **wished).exists():
        raise Refused(
            Words("{person}的这一条已经有了，不用再加。", person=person.name),
            code="delegate.known",
            field="kind",
        )
    delegate = Delegate.objects.create(institution=actor.institution, person=person, **wished)
    _record("delegate.added", delegate, actor, now)
    return delegate


@transaction.atomic
def remove_delegate(*, actor: Actor, now: datetime, delegate: Delegate) -> None:
    """The person is no such delegate any more, or never was. Records `delegate.removed`."""
    begin_change(actor, delegate)
    _record("delegate.removed", delegate, actor, now)
    delegate.delete()


def _record(verb: str, delegate: Delegate, actor: Actor, now: datetime) -> None:
    record_event(
        institution_id=actor.institution_id,
        verb=verb,
        actor_id=actor.account_id,
        subject=delegate.person,
        now=now,
        payload={"person": delegate.person.name, "kind": delegate.kind, "level": delegate.level_text},
    )
