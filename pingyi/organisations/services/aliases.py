"""Other names of an organisation: dual names are official, aliases only help to recognise it."""

from datetime import datetime

from django.db import transaction

from pingyi.core.errors import Refused
from pingyi.core.services import record_event
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.organisations.domain.names import match_key
from pingyi.organisations.models import Organisation, OrganisationAlias
from pingyi.organisations.services.organisation_tree import checked_name
from pingyi.organisations.services.register_guard import begin_change


@transaction.atomic
def add_alias(
    *, actor: Actor, now: datetime, organisation: Organisation, name: str, is_dual_name: bool = False
) -> OrganisationAlias:
    """The organisation is called this too. Records `alias.added`."""
    begin_change(actor, organisation)
    name = checked_name(name)
    present = [organisation.name, *organisation.aliases.values_list("name", flat=True)]
    if any(match_key(name) == match_key(other) for other in present):
        raise Refused(
            Words("已经有“{name}”这个名称，不用再加。", name=name), code="alias.known", field="name"
        )
    alias = OrganisationAlias.objects.create(
        institution=actor.institution, organisation=organisation, name=name, is_dual_name=is_dual_name
    )
    _record("alias.added", organisation, alias, actor, now)
    return alias


@transaction.atomic
def remove_alias(*, actor: Actor, now: datetime, alias: OrganisationAlias) -> None:
    """The organisation is not called this any more. Records `alias.removed`."""
    begin_change(actor, alias)
    _record("alias.removed", alias.organisation, alias, actor, now)
    alias.delete()


def _record(
    verb: str, organisation: Organisation, alias: OrganisationAlias, actor: Actor, now: datetime
) -> None:
    record_event(
        institution_id=actor.institution_id,
        verb=verb,
        actor_id=actor.account_id,
        subject=organisation,
        now=now,
        payload={"name": alias.name, "is_dual_name": alias.is_dual_name},
    )
