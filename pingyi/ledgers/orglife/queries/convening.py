"""Who held the posts of branches on the days of their meetings, and who was in the chair."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from pingyi.ledgers.orglife.domain.convening import CONVENED, Convening
from pingyi.ledgers.orglife.models import Activity, Attendance
from pingyi.organisations.models import Post

MAY_BE_ASKED = (Post.Title.DEPUTY_SECRETARY, Post.Title.COMMITTEE_MEMBER)


@dataclass(frozen=True)
class Office:
    """One post of one organisation for some time."""

    person_id: int
    name: str
    title: str
    started_on: date
    ended_on: date | None

    def is_held(self, day: date) -> bool:
        return self.started_on <= day and (self.ended_on is None or day < self.ended_on)


def convenings(activities: Iterable[Activity]) -> dict[int, Convening]:
    """By number of the activity, of those kinds that the secretary convenes. Two queries."""
    rows = [one for one in activities if one.kind in CONVENED]
    offices = _offices({one.organisation_id for one in rows})
    lists = _lists([one.pk for one in rows])
    return {one.pk: _of(one, offices[one.organisation_id], lists[one.pk]) for one in rows}


def _of(row: Activity, offices: Iterable[Office], listed: Mapping[int, tuple[bool, str]]) -> Convening:
    held = [one for one in offices if one.is_held(row.happened_on)]
    return Convening(
        row.chair_id,
        row.chair.name if row.chair else "",
        {one.person_id: one.name for one in held if one.title == Post.Title.SECRETARY},
        frozenset(one.person_id for one in held if one.title in MAY_BE_ASKED),
        {person: reason for person, (is_present, reason) in listed.items() if not is_present},
        frozenset(person for person, (is_present, _) in listed.items() if is_present),
    )


def _offices(organisation_ids: Collection[int]) -> Mapping[int, list[Office]]:
    found: dict[int, list[Office]] = defaultdict(list)
    rows = Post.objects.filter(
        organisation__in=organisation_ids, title__in=(Post.Title.SECRETARY, *MAY_BE_ASKED)
    )
    fields = ("organisation_id", "person_id", "person__name", "title", "started_on", "ended_on")
    for organisation_id, *office in rows.values_list(*fields):
        found[organisation_id].append(Office(*office))
    return found


def _lists(activity_ids: Collection[int]) -> Mapping[int, dict[int, tuple[bool, str]]]:
    found: dict[int, dict[int, tuple[bool, str]]] = defaultdict(dict)
    rows = Attendance.objects.filter(activity__in=activity_ids)
    for activity_id, person_id, is_present, reason in rows.values_list(
        "activity_id", "person_id", "is_present", "reason"
    ):
        found[activity_id][person_id] = (is_present, reason)
    return found
