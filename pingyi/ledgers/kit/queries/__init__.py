"""Reads that every ledger needs: which organisations an actor sees, and which numbers are in force."""

from pingyi.ledgers.kit.queries.places import LedgerTree, ledger_tree, lineage_ids
from pingyi.ledgers.kit.queries.settings import entries_of, rulebook_of

__all__ = ["LedgerTree", "entries_of", "ledger_tree", "lineage_ids", "rulebook_of"]
