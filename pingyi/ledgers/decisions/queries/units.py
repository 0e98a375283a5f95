"""The units that decide in meetings of their own."""

from pingyi.ledgers.kit.queries import ledger_tree
from pingyi.organisations.actor import Actor
from pingyi.organisations.models import Organisation

_KINDS = (Organisation.Kind.COMMITTEE, Organisation.Kind.GENERAL_BRANCH, Organisation.Kind.DIRECT_BRANCH)


def units_of(actor: Actor) -> list[Organisation]:
    """Those whose topics the actor may see; branches have their own life. One query."""
    return [one for one in ledger_tree(actor).organisations if one.kind in _KINDS]
