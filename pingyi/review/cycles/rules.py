"""Who may do what with the plan of a review."""

from pingyi.organisations.actor import Actor
from pingyi.organisations.models import InstitutionRow


def may_prepare(actor: Actor, row: InstitutionRow) -> bool:
    """Plans, lists, settings and freezing are the clerk's work."""
    return actor.has_role("clerk") and is_at_home(actor, row)


def may_read_plan(actor: Actor, row: InstitutionRow) -> bool:
    """Dates, roster, lists of people: whoever prepares or leads."""
    return actor.has_role("clerk", "leader") and is_at_home(actor, row)


def may_read_rules(actor: Actor, row: InstitutionRow) -> bool:
    """The settings and the sizes of the classes: also those who count need to know by which rules."""
    return actor.has_role("clerk", "leader", "scrutineer", "counter") and is_at_home(actor, row)


def is_at_home(actor: Actor, row: InstitutionRow) -> bool:
    """Whether the row belongs to the institution for which the actor acts."""
    return bool(row.institution_id == actor.institution_id)


def may_start_cycles(actor: Actor) -> bool:
    """A new review is begun by a clerk, for any organisation of the institution."""
    return actor.has_role("clerk")
