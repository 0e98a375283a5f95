"""Who may do what with turns on site."""

from pingyi.organisations.actor import Actor
from pingyi.organisations.models import InstitutionRow
from pingyi.review.cycles.rules import may_prepare, may_read_plan


def may_decide_turns(actor: Actor, row: InstitutionRow) -> bool:
    """Whoever prepares the plan decides, in the name of those who told her, and enters earlier years."""
    return may_prepare(actor, row)


def may_read_turns(actor: Actor, row: InstitutionRow) -> bool:
    """Proposal, reasons and decisions: whoever prepares or leads."""
    return may_read_plan(actor, row)
