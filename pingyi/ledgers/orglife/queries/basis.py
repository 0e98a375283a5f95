"""What every look at organisational life begins with: the numbers in force, and the members."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from pingyi.ledgers.kit.domain.parameters import Rulebook
from pingyi.ledgers.kit.queries import rulebook_of
from pingyi.ledgers.orglife import phrases
from pingyi.ledgers.orglife.domain.due import Place
from pingyi.ledgers.orglife.domain.kinds import Kind
from pingyi.ledgers.orglife.domain.parameters import LEDGER, PARAMETERS
from pingyi.ledgers.orglife.domain.roster import BranchRoster
from pingyi.ledgers.orglife.domain.roster import Member as RosterMember
from pingyi.ledgers.orglife.models import Member
from pingyi.organisations.models import Organisation


@dataclass(frozen=True)
class Basis:
    """The rules of the institution and the rosters of these organisations."""

    rulebook: Rulebook
    rosters: dict[int, BranchRoster]

    def place(self, organisation: Organisation) -> Place:
        return Place(organisation.pk, organisation.founded_on, self.rosters.get(organisation.pk))

    def kind_words(self, kind: str, day: date) -> str:
        """What this kind is called here: the theme Party day by its local name."""
        brand = self.rulebook.text("theme_day.brand", day) if kind == Kind.THEME_DAY else ""
        return brand or phrases.KINDS[kind]


def orglife_rules() -> Rulebook:
    """The numbers in force. One query."""
    return rulebook_of(LEDGER, PARAMETERS)


def load_basis(organisations: Iterable[Organisation]) -> Basis:
    """Rules and rosters. Two queries."""
    return Basis(orglife_rules(), rosters_of([one.pk for one in organisations]))


def rosters_of(branch_ids: Collection[int]) -> dict[int, BranchRoster]:
    """The members of these branches; a branch of which nobody is entered is left out. One query."""
    rows = Member.objects.filter(person__organisation__in=branch_ids).values_list(
        "person_id",
        "person__name",
        "person__organisation_id",
        "admitted_on",
        "full_on",
        "left_on",
        "group",
    )
    members: dict[int, list[RosterMember]] = defaultdict(list)
    for values in rows:
        one = RosterMember(*values)
        members[one.branch_id].append(one)
    return {branch: BranchRoster(found) for branch, found in members.items()}
