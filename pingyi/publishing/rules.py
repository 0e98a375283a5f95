"""Who may do what with reviews of earlier years and with the news of meetings."""

from collections.abc import Collection

from pingyi.organisations.actor import Actor
from pingyi.organisations.models import InstitutionRow
from pingyi.review.cycles.rules import is_at_home, may_start_cycles


def may_record_past(actor: Actor) -> bool:
    """An old text is entered and confirmed by whoever begins reviews."""
    return may_start_cycles(actor)


def may_read_past(actor: Actor) -> bool:
    """The list and the texts: whoever prepares or leads."""
    return actor.has_role("clerk", "leader")


def may_draft_news(actor: Actor, row: InstitutionRow) -> bool:
    """Drafting, naming who signs, giving out: the clerk."""
    return actor.has_role("clerk") and is_at_home(actor, row)


def may_read_news(actor: Actor, row: InstitutionRow, named: Collection[int] = ()) -> bool:
    """The clerk, the leaders, and whoever is named for one of the signatures."""
    return is_at_home(actor, row) and (actor.has_role("clerk", "leader") or actor.account_id in named)


def may_change_news(actor: Actor, row: InstitutionRow, turn: int | None) -> bool:
    """While it is a draft (`turn` is None) the clerk; under review only the one whose turn it is."""
    if turn is None:
        return may_draft_news(actor, row)
    return is_at_home(actor, row) and actor.account_id == turn


def may_set_house_rules(actor: Actor) -> bool:
    """How the institution does its news."""
    return actor.has_role("clerk")
