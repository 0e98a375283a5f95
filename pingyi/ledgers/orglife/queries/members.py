"""The people of branches with the days of their membership, and whose political birthday comes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from pingyi.ledgers.kit.domain.periods import period_of
from pingyi.ledgers.orglife.domain.birthdays import in_year
from pingyi.ledgers.orglife.domain.due import rhythm_of
from pingyi.ledgers.orglife.domain.kinds import Kind
from pingyi.ledgers.orglife.domain.roster import Member as RosterMember
from pingyi.ledgers.orglife.models import Member
from pingyi.ledgers.orglife.queries.basis import Basis
from pingyi.organisations.domain.names import pinyin_order
from pingyi.organisations.models import Organisation, Person


@dataclass(frozen=True)
class MemberLine:
    """One person of a branch; `member` is None while nobody has entered when she joined."""

    person: Person
    member: Member | None

    @property
    def stored(self) -> dict[str, str]:
        """The columns as the form holds them."""
        if self.member is None:
            return {}
        days = {name: getattr(self.member, name) for name in ("admitted_on", "full_on", "left_on")}
        return {
            **{name: day.isoformat() if day else "" for name, day in days.items()},
            "group": self.member.group,
        }


def member_lines(branches: Sequence[Organisation]) -> list[MemberLine]:
    """Everybody in these branches, branch by branch. One query."""
    ids = [one.pk for one in branches]
    people = Person.objects.filter(organisation__in=ids).select_related("organisation", "membership")
    place = {pk: number for number, pk in enumerate(ids)}
    ordered = sorted(people, key=lambda one: (place[one.organisation_id or 0], pinyin_order(one.name)))
    return [MemberLine(person, getattr(person, "membership", None)) for person in ordered]


def birthdays_ahead(basis: Basis, day: date) -> list[tuple[RosterMember, date]]:
    """The political birthdays of this month (or quarter, as the institution has it), in the order of the days."""
    period = period_of(rhythm_of(Kind.BIRTHDAY, basis.rulebook, day), day)
    found = [member for roster in basis.rosters.values() for member in roster.birthdays(period)]
    return sorted(((one, in_year(one.admitted_on, day.year)) for one in found), key=lambda pair: pair[1])
