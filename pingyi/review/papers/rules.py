"""Who may do what with the papers of a review."""

from pingyi.organisations.actor import Actor
from pingyi.organisations.models import InstitutionRow


def may_read_papers(actor: Actor, row: InstitutionRow) -> bool:
    """Plan, notice, script and circular: whoever prepares or leads."""
    return actor.has_role("clerk", "leader") and _is_at_home(actor, row)


def may_write_papers(actor: Actor, row: InstitutionRow) -> bool:
    """Editing, issuing and voiding papers is the clerk's work."""
    return actor.has_role("clerk") and _is_at_home(actor, row)


def _is_at_home(actor: Actor, row: InstitutionRow) -> bool:
    return bool(row.institution_id == actor.institution_id)
