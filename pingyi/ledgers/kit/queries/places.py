"""The organisations whose ledgers somebody may see."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from pingyi.organisations.actor import Actor
from pingyi.organisations.models import Organisation
from pingyi.organisations.queries import lineage_of
from pingyi.organisations.queries.tree import in_order

Kind = Organisation.Kind
BRANCHES = (Kind.BRANCH, Kind.DIRECT_BRANCH)


@dataclass(frozen=True)
class LedgerTree:
    """Organisations in the order of the tree, as far as the actor sees them; read once, asked often."""

    organisations: tuple[Organisation, ...]

    @cached_property
    def by_id(self) -> dict[int, Organisation]:
        return {one.pk: one for one in self.organisations}

    @cached_property
    def branches(self) -> tuple[Organisation, ...]:
        """Branches, and those that hang directly from the convenor."""
        return tuple(one for one in self.organisations if one.kind in BRANCHES)

    @cached_property
    def seconds(self) -> tuple[Organisation, ...]:
        """Organisations of the second level that have branches, or are one, among those that the actor sees."""
        above = {branch.parent_id for branch in self.branches if branch.kind == Kind.BRANCH}
        return tuple(
            one
            for one in self.organisations
            if one.pk in above or (one.kind == Kind.DIRECT_BRANCH and one.parent_id is not None)
        )

    def branches_of(self, second: Organisation) -> tuple[Organisation, ...]:
        """The branches directly below; a branch is its own."""
        if second.kind in BRANCHES:
            return (second,)
        return self._below.get(second.pk, ())

    @cached_property
    def _below(self) -> dict[int, tuple[Organisation, ...]]:
        below: dict[int, list[Organisation]] = defaultdict(list)
        for one in self.branches:
            if one.parent_id is not None:
                below[one.parent_id].append(one)
        return {above: tuple(found) for above, found in below.items()}


def ledger_tree(actor: Actor) -> LedgerTree:
    """All standing organisations, or those in and below the ones that a secretary answers for. One query."""
    standing = [one for one, _ in in_order(list(Organisation.objects.filter(dissolved_on__isnull=True)))]
    if actor.has_role("clerk", "leader"):
        return LedgerTree(tuple(standing))
    own = [one.path for one in standing if one.pk in actor.organisation_ids]
    return LedgerTree(tuple(one for one in standing if _is_in(one.path, own)))


def lineage_ids(organisation: Organisation) -> list[int]:
    """Numbers from the root to this organisation, for the rules. One query."""
    return [one.pk for one in lineage_of(organisation)]


def _is_in(path: str, roots: Sequence[str]) -> bool:
    return any(path == root or path.startswith(f"{root}/") for root in roots)
