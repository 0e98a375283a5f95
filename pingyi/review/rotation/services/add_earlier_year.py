from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from pingyi.core.errors import Forbidden
from pingyi.core.services import record_event
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.organisations.models import Organisation
from pingyi.review.cycles.models import Cycle
from pingyi.review.rotation.models import EarlierTurns
from pingyi.review.rotation.queries.history import newest_entries
from pingyi.review.rotation.rules import may_decide_turns


@transaction.atomic
def add_earlier_year(*, actor: Actor, now: datetime, past: Cycle, organisations: Collection[int]) -> int:
    """Note that these organisations reported on site in the year of a past review, beside the years entered before.

    Returns for how many organisations this was not known yet.
    """
    if not may_decide_turns(actor, past):
        raise Forbidden(Words("以往的现场述职由经办人补记。"))
    # The rows of the organisations are what two people who enter at the same time queue for.
    known = list(
        Organisation.objects.select_for_update(of=("self",)).filter(pk__in=organisations).order_by("pk")
    )
    entries = newest_entries([one.pk for one in known])
    years = {one.pk: set(entries[one.pk].years or []) if one.pk in entries else set() for one in known}
    added = {pk: sorted({*listed, past.year}) for pk, listed in years.items() if past.year not in listed}
    EarlierTurns.objects.bulk_create(
        EarlierTurns(
            institution_id=actor.institution_id,
            organisation_id=pk,
            years=listed,
            entered_by_id=actor.account_id,
            entered_at=now,
        )
        for pk, listed in added.items()
    )
    if added:
        record_event(
            institution_id=actor.institution_id,
            verb="earlier_turns.entered",
            actor_id=actor.account_id,
            subject=past,
            now=now,
            payload={"years": {str(pk): listed for pk, listed in added.items()}},
        )
    return len(added)
