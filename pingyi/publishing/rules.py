"""Who may do what with reviews of earlier years."""

from pingyi.organisations.actor import Actor
from pingyi.review.cycles.rules import may_start_cycles


def may_record_past(actor: Actor) -> bool:
    """An old text is entered and confirmed by whoever begins reviews."""
    return may_start_cycles(actor)


def may_read_past(actor: Actor) -> bool:
    """The list and the texts: whoever prepares or leads."""
    return actor.has_role("clerk", "leader")
