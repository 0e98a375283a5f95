"""Who may do what with the register of document numbers, the school's own templates and its fonts."""

from pingyi.organisations.actor import Actor
from pingyi.organisations.models import InstitutionRow


def may_read_register(actor: Actor) -> bool:
    """Which papers went out under which number: whoever prepares or leads."""
    return actor.has_role("clerk", "leader")


def may_keep_register(actor: Actor, row: InstitutionRow | None = None) -> bool:
    """Opening series, taking numbers and voiding papers is the clerk's work."""
    return actor.has_role("clerk") and (row is None or row.institution_id == actor.institution_id)


def may_keep_templates(actor: Actor, row: InstitutionRow | None = None) -> bool:
    """Uploading a template, trying it, taking it into use and going back to the built-in layout."""
    return actor.has_role("clerk") and (row is None or row.institution_id == actor.institution_id)


def may_see_fonts(actor: Actor) -> bool:
    """Which typeface is served by which font, and which names have characters that no font has."""
    return actor.has_role("clerk", "leader")
