"""Organisational life as the workbook in which it is imported."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from pingyi.ledgers.orglife import phrases
from pingyi.ledgers.orglife.domain.sheets import ACTIVITIES, MEMBERS
from pingyi.ledgers.orglife.models import Activity, Attendance, Member
from pingyi.organisations.models import Organisation

CHUNK = 2000


def export_lines(
    organisations: Sequence[Organisation], first: date, last: date
) -> dict[str, Iterator[dict[str, Any]]]:
    """The members of these organisations, and what they wrote down of these days, by sheet. Three queries."""
    ids = [one.pk for one in organisations]
    return {MEMBERS.name: _members(ids), ACTIVITIES.name: _activities(ids, first, last)}


def _members(ids: Sequence[int]) -> Iterator[dict[str, Any]]:
    rows = Member.objects.filter(person__organisation__in=ids).select_related("person__organisation")
    for row in rows.order_by("person__organisation__path", "admitted_on", "pk"):
        place = row.person.organisation
        yield {
            "staff_number": row.person.staff_number,
            "name": row.person.name,
            "organisation": place.path if place else "",
            "admitted_on": row.admitted_on,
            "full_on": row.full_on,
            "group": row.group,
            "left_on": row.left_on,
        }


def _activities(ids: Sequence[int], first: date, last: date) -> Iterator[dict[str, Any]]:
    rows = Activity.objects.filter(organisation__in=ids, happened_on__range=(first, last))
    rows = rows.select_related("organisation", "chair", "recorder", "lecturer")
    lists = _lists(ids, first, last)
    for row in rows.order_by("organisation__path", "happened_on", "pk").iterator(CHUNK):
        people = {name: _person(getattr(row, name)) for name in ("chair", "recorder", "lecturer")}
        attended, absent = lists.get(row.pk, ([], []))
        yield {
            **{column.key: getattr(row, column.key, None) for column in ACTIVITIES.columns},
            **people,
            # Numbers that nobody wrote are no noughts.
            **({} if row.due_count else {"due_count": None, "present_count": None}),
            "organisation": row.organisation.path,
            "kind": str.__str__(phrases.KINDS[row.kind]),
            "length": str.__str__(phrases.LENGTHS[row.length]) if row.hours or row.length != "hours" else "",
            "starts_at": f"{row.starts_at:%H:%M}" if row.starts_at else "",
            "ends_at": f"{row.ends_at:%H:%M}" if row.ends_at else "",
            "attended": "、".join(attended),
            "absent": "、".join(absent),
        }


def _lists(ids: Sequence[int], first: date, last: date) -> dict[int, tuple[list[str], list[str]]]:
    rows = Attendance.objects.filter(
        activity__organisation__in=ids, activity__happened_on__range=(first, last)
    ).select_related("person")
    found: dict[int, tuple[list[str], list[str]]] = defaultdict(lambda: ([], []))
    for row in rows.order_by("pk").iterator(CHUNK):
        name = _person(row.person)
        if row.is_present:
            found[row.activity_id][0].append(name)
        else:
            found[row.activity_id][1].append(f"{name}（{row.reason}）" if row.reason else name)
    return found


def _person(person: Any) -> str:
    """By staff number where there is one: names may be shared."""
    return (person.staff_number or person.name) if person is not None else ""
