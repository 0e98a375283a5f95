"""Who may do what with the lines of faults."""

from pingyi.organisations.actor import Actor
from pingyi.organisations.models import InstitutionRow
from pingyi.review.cycles.rules import is_at_home, may_prepare


def may_decide_kin(actor: Actor, row: InstitutionRow) -> bool:
    """Whether two problems are the same fault is decided by the clerk."""
    return may_prepare(actor, row)


def may_read_lines(actor: Actor, row: InstitutionRow) -> bool:
    """Lines over several units, and the common faults: the clerk and the leaders. A secretary sees her own only."""
    return actor.has_role("clerk", "leader") and is_at_home(actor, row)


def may_write_field_words(actor: Actor) -> bool:
    return actor.has_role("clerk")
