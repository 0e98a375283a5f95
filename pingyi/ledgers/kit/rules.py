"""Who may do what with the records of any ledger.

`lineage` are numbers of organisations, the root first and the record's own last. A secretary answers for an
organisation and all below it; the clerk and the leader see everything.
"""

from collections.abc import Sequence

from pingyi.organisations.actor import Actor


def may_read_records(actor: Actor, lineage: Sequence[int]) -> bool:
    """Reading the records of one organisation."""
    return actor.has_role("clerk", "leader") or _answers_for(actor, lineage)


def may_write_records(actor: Actor, lineage: Sequence[int]) -> bool:
    """Writing, changing and filing what happened in one organisation."""
    return actor.has_role("clerk") or _answers_for(actor, lineage)


def may_check_records(actor: Actor, lineage: Sequence[int], author_id: int) -> bool:
    """Returning or confirming what somebody else wrote. A secretary checks what lies below her own organisation; the
    records of that organisation itself are checked from above.
    """
    if actor.account_id == author_id:
        return False
    return actor.has_role("clerk") or _answers_for(actor, lineage[:-1])


def may_lay_down(actor: Actor) -> bool:
    """Laying down the numbers of the rules, in the name of the institution."""
    return actor.has_role("clerk")


def may_use_ledgers(actor: Actor) -> bool:
    """Opening the pages of the ledgers at all; which organisations they show is another question."""
    return actor.has_role("clerk", "leader", "secretary")


def may_import_records(actor: Actor) -> bool:
    """Handing in a workbook; which of its rows may be written is asked for each organisation."""
    return actor.has_role("clerk", "secretary")


def _answers_for(actor: Actor, lineage: Sequence[int]) -> bool:
    return actor.has_role("secretary") and not actor.organisation_ids.isdisjoint(lineage)
