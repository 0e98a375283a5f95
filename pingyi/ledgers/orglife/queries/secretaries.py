"""Who of the branch secretaries came to the regular meetings of their organisation (S8)."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, Q

from pingyi.ledgers.kit.domain.states import COUNTED
from pingyi.ledgers.orglife.domain.kinds import Kind
from pingyi.ledgers.orglife.models import Activity, Attendance
from pingyi.organisations.models import Organisation
from pingyi.organisations.queries import secretaries_in_post


@dataclass(frozen=True)
class SecretaryLine:
    """One branch: its secretary of the year (no name while the post is vacant), present so often of the meetings that
    had her on the list.
    """

    branch: Organisation
    name: str
    present: int
    listed: int


@dataclass(frozen=True)
class RegularMeetings:
    """`held` meetings of the year, of which `with_list` say by name who came."""

    held: int
    with_list: int
    lines: list[SecretaryLine]


def regular_meetings(
    organisation: Organisation, branches: Sequence[Organisation], year: int
) -> RegularMeetings:
    """The regular meetings of branch secretaries in a year. Three queries."""
    rows = Activity.objects.filter(
        organisation=organisation, kind=Kind.SECRETARIES, happened_on__year=year, state__in=COUNTED
    )
    counts = rows.aggregate(
        held=Count("pk", distinct=True),
        with_list=Count("pk", filter=Q(attendances__isnull=False), distinct=True),
    )
    there = {
        person: (present, listed)
        for person, present, listed in Attendance.objects.filter(activity__in=rows)
        .values_list("person_id")
        .annotate(present=Count("pk", filter=Q(is_present=True)), listed=Count("pk"))
    }
    secretaries = secretaries_in_post(branches, year)
    lines = []
    for branch in branches:
        found = secretaries.get(branch.pk)
        number = found.term.person_id if found else None
        present, listed = there.get(number, (0, 0)) if number is not None else (0, 0)
        lines.append(SecretaryLine(branch, found.term.person_name if found else "", present, listed))
    return RegularMeetings(counts["held"], counts["with_list"], lines)
