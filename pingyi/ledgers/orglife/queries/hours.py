"""Training hours of the members of branches in a year."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from pingyi.ledgers.kit.domain.states import COUNTED
from pingyi.ledgers.orglife.domain.hours import Length, Lesson, YearOfHours, year_of_hours
from pingyi.ledgers.orglife.domain.kinds import TRAINING_KINDS, Kind
from pingyi.ledgers.orglife.domain.roster import Member
from pingyi.ledgers.orglife.models import Attendance
from pingyi.ledgers.orglife.queries.basis import Basis
from pingyi.organisations.models import Organisation, Post

LEADS = (Post.Title.SECRETARY, Post.Title.DEPUTY_SECRETARY, Post.Title.COMMITTEE_MEMBER)


@dataclass(frozen=True)
class HoursRow:
    """One member; `is_lead` for secretaries and committee members of a branch in that year."""

    member: Member
    is_lead: bool
    year: YearOfHours


def hours_of(organisations: Sequence[Organisation], year: int, basis: Basis) -> list[HoursRow]:
    """Everybody who is a member at the end of the year, branch by branch. Two queries."""
    end = date(year, 12, 31)
    members = [
        member
        for organisation in organisations
        if organisation.pk in basis.rosters
        for member in basis.rosters[organisation.pk].members
        if member.is_member(end)
    ]
    ids = [one.pk for one in organisations]
    leads = set(
        Post.objects.filter(
            Q(ended_on__isnull=True) | Q(ended_on__gt=date(year, 1, 1)),
            organisation__in=ids,
            title__in=LEADS,
            started_on__lte=end,
        ).values_list("person_id", flat=True)
    )
    lessons = _lessons(ids, year)
    return [
        HoursRow(
            member,
            member.person_id in leads,
            year_of_hours(
                lessons.get(member.person_id, ()), year, basis.rulebook, is_lead=member.person_id in leads
            ),
        )
        for member in members
    ]


def _lessons(branch_ids: Sequence[int], year: int) -> dict[int, list[Lesson]]:
    """What the people of these branches attended, wherever it was held."""
    rows = Attendance.objects.filter(
        is_present=True,
        person__organisation__in=branch_ids,
        activity__kind__in=TRAINING_KINDS,
        activity__state__in=COUNTED,
        activity__happened_on__year=year,
    ).values_list(
        "person_id", "activity__happened_on", "activity__kind", "activity__length", "activity__hours"
    )
    found: dict[int, list[Lesson]] = defaultdict(list)
    for person_id, happened_on, kind, length, hours in rows:
        found[person_id].append(Lesson(happened_on, Kind(kind), Length(length), hours))
    return found
