"""The cards of a review with what all ledgers state: only the doors know both."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from pingyi.core.clock import today
from pingyi.core.errors import Forbidden
from pingyi.core.words import Words
from pingyi.doors.evidence import facts_between, measures
from pingyi.doors.office.pages import OfficeRequest
from pingyi.organisations.queries.calendar import reckoning_on
from pingyi.review.cards.domain.card import Card
from pingyi.review.cards.queries import Stated, cards_of, span_of_year
from pingyi.review.cards.rules import may_read_card, may_read_cards
from pingyi.review.cycles.queries.lookup import find_cycle
from pingyi.review.cycles.queries.reporters import reporters_of_cycle

if TYPE_CHECKING:
    from pingyi.review.cycles.models import Cycle


def seen_cycle(request: OfficeRequest, cycle_id: int) -> Cycle:
    """The review, or a word to whoever may not see its cards."""
    cycle = find_cycle(cycle_id)
    if not may_read_cards(request.actor, cycle):
        raise Forbidden(Words("点评卡给点评人用，经办人和领导看，述职的书记不看。"))
    return cycle


def seen_cards(request: OfficeRequest, cycle: Cycle, now: datetime) -> list[Card]:
    """All cards that the reader may see, in the order of speaking. The own unit's is not among them."""
    return [
        card
        for card in gathered(cycle, now)
        if may_read_card(request.actor, cycle, card.head.organisation_id)
    ]


def gathered(cycle: Cycle, now: datetime) -> list[Card]:
    """All cards as the records stand now."""
    day = today(now)
    span, before = span_of_year(cycle.year, day)
    ids = [row.organisation_id for row in reporters_of_cycle(cycle)]
    stated = Stated(
        span,
        tuple(measures().values()),
        tuple(facts_between(ids, span)),
        tuple(facts_between(ids, before)),
    )
    return cards_of(cycle, stated, reckoning_on(day, cycle.institution_id), now)
