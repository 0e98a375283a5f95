from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from pingyi.core.errors import Forbidden
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.review.cycles.models import Cycle
from pingyi.review.rotation.queries.history import newest_entries
from pingyi.review.rotation.rules import may_decide_turns
from pingyi.review.rotation.services.keep_years import keep_years, wait_for


@transaction.atomic
def add_earlier_year(*, actor: Actor, now: datetime, past: Cycle, organisations: Collection[int]) -> int:
    """Note that these organisations reported on site in the year of a past review, beside the years entered before.

    Returns for how many organisations this was not known yet.
    """
    if not may_decide_turns(actor, past):
        raise Forbidden(Words("以往的现场述职由经办人补记。"))
    known = wait_for(organisations)
    entries = newest_entries([one.pk for one in known])
    years = {one.pk: set(entries[one.pk].years or []) if one.pk in entries else set() for one in known}
    added = {pk: sorted({*listed, past.year}) for pk, listed in years.items() if past.year not in listed}
    return keep_years(actor=actor, now=now, cycle=past, years=added)
