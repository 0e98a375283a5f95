"""Who may do what with a voting."""

from pingyi.organisations.actor import Actor
from pingyi.organisations.models import InstitutionRow


def may_prepare_voting(actor: Actor, row: InstitutionRow) -> bool:
    """Boxes, slips and forms are prepared by the clerk, who sees no counts."""
    return actor.has_role("clerk") and is_at_home(actor, row)


def may_direct_voting(actor: Actor, row: InstitutionRow) -> bool:
    """Opening, closing, voiding slips and deciding about small boxes is the scrutineer's (监票人)."""
    return actor.has_role("scrutineer") and is_at_home(actor, row)


def may_enter_paper(actor: Actor, row: InstitutionRow) -> bool:
    """Paper forms and hand counts are entered by counters (计票人)."""
    return actor.has_role("counter") and is_at_home(actor, row)


def may_check_hand_count(actor: Actor, row: InstitutionRow) -> bool:
    """A hand count is confirmed by a scrutineer or another counter."""
    return actor.has_role("scrutineer", "counter") and is_at_home(actor, row)


def may_count(actor: Actor, row: InstitutionRow) -> bool:
    """The count itself is started at the counting desk."""
    return actor.has_role("scrutineer", "counter") and is_at_home(actor, row)


def may_see_counts(actor: Actor, row: InstitutionRow) -> bool:
    """Counts per class are for the counting desk and the deciding committee only, and only after the count."""
    return actor.has_role("scrutineer", "counter", "leader") and is_at_home(actor, row)


def may_see_voting(actor: Actor, row: InstitutionRow) -> bool:
    """How far the voting is: everybody who works on it. Nobody sees a result here."""
    return actor.has_role("clerk", "scrutineer", "counter", "leader") and is_at_home(actor, row)


def is_at_home(actor: Actor, row: InstitutionRow) -> bool:
    """Whether the row belongs to the institution for which the actor acts."""
    return bool(row.institution_id == actor.institution_id)
