"""Who may do what with lots."""

from pingyi.organisations.actor import Actor
from pingyi.organisations.models import InstitutionRow
from pingyi.review.cycles.rules import is_at_home, may_prepare


def may_announce_lot(actor: Actor, row: InstitutionRow) -> bool:
    """The clerk announces the list and confirms the order."""
    return may_prepare(actor, row)


def may_draw_lot(actor: Actor, row: InstitutionRow) -> bool:
    """Numbers are entered by the clerk or by a scrutineer, before witnesses."""
    return actor.has_role("clerk", "scrutineer") and is_at_home(actor, row)


def may_read_lots(actor: Actor, row: InstitutionRow) -> bool:
    """Everybody with work in the review may see and repeat a draw; nothing in it is anybody's secret."""
    return actor.has_role("clerk", "leader", "scrutineer", "counter", "secretary") and is_at_home(actor, row)
