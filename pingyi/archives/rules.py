"""Who may make packages, who may have them, who may take one in."""

from pingyi.organisations.actor import Actor
from pingyi.organisations.models import InstitutionRow


def may_see_packages(actor: Actor, row: InstitutionRow) -> bool:
    """A package holds what clerk and leader read anyway: plan, letters, opinions, problems, the log."""
    return actor.has_role("clerk", "leader") and is_at_home(actor, row)


def may_pack(actor: Actor, row: InstitutionRow, *, with_counts: bool) -> bool:
    """With counts and scores only the leader: the one who sees both them and the letters."""
    if with_counts:
        return actor.has_role("leader") and is_at_home(actor, row)
    return may_see_packages(actor, row)


def may_take_in(actor: Actor) -> bool:
    """A package from elsewhere is taken in by whoever begins reviews."""
    return actor.has_role("clerk")


def may_read_taken_in(actor: Actor) -> bool:
    """Reviews that were taken in: whoever prepares or leads."""
    return actor.has_role("clerk", "leader")


def is_at_home(actor: Actor, row: InstitutionRow) -> bool:
    """Whether the row belongs to the institution for which the actor acts."""
    return bool(row.institution_id == actor.institution_id)
