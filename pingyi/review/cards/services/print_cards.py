"""Printing cards: what goes on paper is kept as it was."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from pingyi.core.errors import Forbidden, Missing
from pingyi.core.services import record_event
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.review.cards.domain.card import Card
from pingyi.review.cards.models import CardPrint
from pingyi.review.cards.queries.prints import newest_prints
from pingyi.review.cards.rules import may_print_cards, may_read_card
from pingyi.review.cycles.models import Cycle, Reporter


@dataclass(frozen=True)
class Printed:
    """A card with the print that says the same."""

    card: Card
    row: CardPrint


@transaction.atomic
def print_cards(*, actor: Actor, now: datetime, cycle: Cycle, cards: Sequence[Card]) -> list[Printed]:
    """Keep these cards as they are printed now, each under the next number of its unit; one that says the same as its
    last print stays that print. Refused to reporters and for the card of one's own unit."""
    if not may_print_cards(actor, cycle):
        raise Forbidden(Words("点评卡由经办人和领导看、印，述职的书记不看。"))
    if any(not may_read_card(actor, cycle, card.head.organisation_id) for card in cards):
        raise Forbidden(Words("您是其中一个单位的书记，不能印本单位的点评卡。"))
    if not cards:
        raise Missing(Words("还没有述职的人，没有点评卡。请先定述职人员。"), code="cards.none")
    Cycle.objects.select_for_update().get(pk=cycle.pk)
    last = newest_prints(cycle)
    people = dict(Reporter.objects.filter(cycle=cycle).values_list("organisation_id", "person_id"))
    made = {
        card.head.organisation_id: CardPrint(
            institution_id=cycle.institution_id,
            cycle=cycle,
            organisation_id=card.head.organisation_id,
            person_id=people[card.head.organisation_id],
            number=last[card.head.organisation_id].number + 1 if card.head.organisation_id in last else 1,
            fingerprint=card.fingerprint,
            lines=list(card.lines()),
            printed_at=now,
            printed_by_id=actor.account_id,
        )
        for card in cards
        if card.head.organisation_id not in last
        or last[card.head.organisation_id].fingerprint != card.fingerprint
    }
    CardPrint.objects.bulk_create(made.values())
    record_event(
        institution_id=cycle.institution_id,
        verb="cards.printed",
        actor_id=actor.account_id,
        subject=cycle,
        now=now,
        payload={"cards": [card.head.organisation_id for card in cards], "changed": sorted(made)},
    )
    return [Printed(card, (last | made)[card.head.organisation_id]) for card in cards]
