"""Who may do what with accounts, organisations and people. The doors hide what a predicate here refuses."""

from pingyi.organisations.actor import Actor


def may_manage_accounts(actor: Actor) -> bool:
    """Opening accounts, giving and taking roles, temporary passwords."""
    return actor.has_role("clerk")


def may_read_events(actor: Actor) -> bool:
    """Reading who did what when, and checking that nothing of it was changed."""
    return actor.has_role("clerk")
