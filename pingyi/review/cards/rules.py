"""Who may see cards. They are made for the person who comments; nobody sees a card of herself."""

from pingyi.organisations.actor import Actor
from pingyi.review.cycles.models import Cycle
from pingyi.review.cycles.rules import is_at_home


def may_read_cards(actor: Actor, cycle: Cycle) -> bool:
    """The clerk of the department and the leaders: who comments and who chairs."""
    return actor.has_role("clerk", "leader") and is_at_home(actor, cycle)


def may_read_card(actor: Actor, cycle: Cycle, organisation_id: int) -> bool:
    """One card: never the one of the unit that the reader answers for."""
    return may_read_cards(actor, cycle) and organisation_id not in actor.organisation_ids


def may_print_cards(actor: Actor, cycle: Cycle) -> bool:
    """Whoever may read them."""
    return may_read_cards(actor, cycle)
