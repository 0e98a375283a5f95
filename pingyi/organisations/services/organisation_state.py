"""Correct what is known of an organisation; dissolve it."""

from datetime import date, datetime

from django.db import transaction

from pingyi.core.errors import Refused
from pingyi.core.services import record_event
from pingyi.core.words import Words, listed
from pingyi.organisations.actor import Actor
from pingyi.organisations.models import Organisation, Post
from pingyi.organisations.services.organisation_tree import check_code, check_kind
from pingyi.organisations.services.register_guard import begin_change

NAMED = 3


@transaction.atomic
def revise_organisation(
    *,
    actor: Actor,
    now: datetime,
    organisation: Organisation,
    code: str,
    kind: str,
    unit_kind: str,
    order: int,
    founded_on: date | None,
) -> Organisation:
    """Corrects code, kinds, place in the list and founding day. Records `organisation.revised` if anything differs."""
    begin_change(actor, organisation)
    check_kind(kind, unit_kind)
    check_code(code, organisation)
    wishes = {"code": code, "kind": kind, "unit_kind": unit_kind, "order": order, "founded_on": founded_on}
    changed = {key: value for key, value in wishes.items() if getattr(organisation, key) != value}
    if not changed:
        return organisation
    for key, value in changed.items():
        setattr(organisation, key, value)
    organisation.save(update_fields=list(changed))
    _record(
        "organisation.revised", organisation, actor, now, {key: str(value) for key, value in changed.items()}
    )
    return organisation


@transaction.atomic
def dissolve_organisation(
    *, actor: Actor, now: datetime, organisation: Organisation, on: date
) -> Organisation:
    """The organisation ends on this day, and with it all posts in it that are still held.

    Refused while organisations below it stand: they are to be moved or dissolved first. Records
    `organisation.dissolved`.
    """
    begin_change(actor, organisation)
    if organisation.dissolved_on is not None:
        raise Refused(
            Words(
                "“{organisation}”{dissolved_on}已经撤销，不用再办。",
                organisation=organisation.name,
                dissolved_on=organisation.dissolved_on,
            ),
            code="organisation.dissolved",
        )
    if organisation.founded_on and on < organisation.founded_on:
        raise Refused(Words("撤销日期早于成立日期。请核对日期。"), code="organisation.too_early", field="on")
    standing = list(organisation.children.filter(dissolved_on__isnull=True).order_by("order", "name"))
    if standing:
        names = listed(child.name for child in standing[:NAMED])
        raise Refused(
            Words(
                "下面还有 {standing} 个组织（{names}{value}）。请先把它们移到别处或撤销。",
                standing=len(standing),
                names=names,
                value=Words("等") if len(standing) > NAMED else "",
            ),
            code="organisation.has_children",
        )
    posts = list(Post.objects.filter(organisation=organisation, ended_on__isnull=True))
    for post in posts:
        post.ended_on = max(on, post.started_on)
    Post.objects.bulk_update(posts, ["ended_on"])
    organisation.dissolved_on = on
    organisation.save(update_fields=["dissolved_on"])
    _record(
        "organisation.dissolved", organisation, actor, now, {"on": str(on), "posts_ended": str(len(posts))}
    )
    return organisation


def _record(
    verb: str, organisation: Organisation, actor: Actor, now: datetime, payload: dict[str, str]
) -> None:
    record_event(
        institution_id=actor.institution_id,
        verb=verb,
        actor_id=actor.account_id,
        subject=organisation,
        now=now,
        payload={"name": organisation.name, **payload},
    )
