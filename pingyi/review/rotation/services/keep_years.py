"""What adding one year and entering several share: whoever writes waits for the other, and writes new rows."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from pingyi.core.services import record_event
from pingyi.organisations.actor import Actor
from pingyi.organisations.models import Organisation
from pingyi.review.cycles.models import Cycle
from pingyi.review.rotation.models import EarlierTurns


def wait_for(organisations: Iterable[int]) -> list[Organisation]:
    """Locks the rows of the organisations: what two people who enter at the same time queue for, on any page."""
    return list(
        Organisation.objects.select_for_update(of=("self",)).filter(pk__in=organisations).order_by("pk")
    )


def keep_years(*, actor: Actor, now: datetime, cycle: Cycle, years: Mapping[int, list[int] | None]) -> int:
    """A new row for every organisation that is named, and one event; for how many."""
    EarlierTurns.objects.bulk_create(
        EarlierTurns(
            institution_id=actor.institution_id,
            organisation_id=pk,
            years=listed,
            entered_by_id=actor.account_id,
            entered_at=now,
        )
        for pk, listed in years.items()
    )
    if years:
        record_event(
            institution_id=actor.institution_id,
            verb="earlier_turns.entered",
            actor_id=actor.account_id,
            subject=cycle,
            now=now,
            payload={"years": {str(pk): listed for pk, listed in years.items()}},
        )
    return len(years)
