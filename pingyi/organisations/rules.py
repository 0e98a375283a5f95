"""Who may do what with accounts, organisations and people. The doors hide what a predicate here refuses."""

from collections.abc import Iterable

from pingyi.organisations.actor import Actor


def may_manage_accounts(actor: Actor) -> bool:
    """Opening accounts, giving and taking roles, temporary passwords."""
    return actor.has_role("clerk")


def may_read_events(actor: Actor) -> bool:
    """Reading who did what when, and checking that nothing of it was changed."""
    return actor.has_role("clerk")


def may_keep_register(actor: Actor) -> bool:
    """Writing organisations, people, posts, bodies and delegates, one by one or by import."""
    return actor.has_role("clerk")


def may_read_register(actor: Actor) -> bool:
    """Reading all of the register: posts, staff numbers, bodies, delegates."""
    return actor.has_role("clerk", "leader")


def may_see_names(actor: Actor) -> bool:
    """Seeing what organisations and people are called, and nothing more: what counting needs."""
    return actor.has_role("clerk", "leader", "scrutineer", "counter")


def may_read_organisation(actor: Actor, lineage: Iterable[int]) -> bool:
    """Reading one organisation. `lineage` are the numbers of the organisation and of all above it.

    A secretary reads what lies in or below an organisation that she answers for.
    """
    if may_read_register(actor):
        return True
    return actor.has_role("secretary") and not actor.organisation_ids.isdisjoint(lineage)
