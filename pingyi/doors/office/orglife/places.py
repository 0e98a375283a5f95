"""The organisation that a page of organisational life is about, and what the actor may do there."""

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from pingyi.core.errors import Forbidden, Missing
from pingyi.core.words import Words
from pingyi.doors.office.pages import OfficeRequest
from pingyi.ledgers.kit.queries import LedgerTree, ledger_tree
from pingyi.ledgers.kit.rules import may_use_ledgers, may_write_records

if TYPE_CHECKING:
    from pingyi.organisations.models import Organisation


@dataclass(frozen=True)
class LedgerPlace:
    """One organisation with the branches whose life is shown on its pages: those below it, or itself."""

    organisation: "Organisation"
    tree: LedgerTree
    may_write: bool

    @cached_property
    def branches(self) -> tuple["Organisation", ...]:
        return self.tree.branches_of(self.organisation)

    @cached_property
    def all(self) -> tuple["Organisation", ...]:
        """The organisation itself, then its branches."""
        return (self.organisation, *(one for one in self.branches if one != self.organisation))

    @property
    def is_branch(self) -> bool:
        return self.organisation in self.branches


def tree_of(request: OfficeRequest) -> LedgerTree:
    """The organisations that the actor sees in ledgers; refused to whoever has nothing to do with them."""
    if not may_use_ledgers(request.actor):
        raise Forbidden(Words("组织生活台账由经办人、领导和单位书记看。"))
    return ledger_tree(request.actor)


def place_of(request: OfficeRequest, organisation_id: int) -> LedgerPlace:
    """An organisation that the actor sees; `Missing` for any other."""
    tree = tree_of(request)
    organisation = tree.by_id.get(organisation_id)
    if organisation is None:
        raise Missing(Words("没有找到这个单位，或者它不归您看。"), code="organisation.missing")
    lineage = [one.pk for one in tree.organisations if _is_above(one.path, organisation.path)]
    return LedgerPlace(organisation, tree, may_write_records(request.actor, lineage))


def _is_above(path: str, below: str) -> bool:
    return path == below or below.startswith(f"{path}/")
