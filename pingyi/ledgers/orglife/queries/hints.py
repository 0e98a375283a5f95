"""Impossible patterns in what was written down, for somebody to look at."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from pingyi.ledgers.kit.domain.states import COUNTED
from pingyi.ledgers.orglife.domain.hints import Sighting, in_two_rooms, same_photo
from pingyi.ledgers.orglife.models import Activity, ActivityEvidence, Attendance
from pingyi.organisations.models import Organisation, Person


@dataclass(frozen=True)
class PhotoHint:
    """The same file stands with all of these records."""

    activities: tuple[Activity, ...]


@dataclass(frozen=True)
class RoomHint:
    """This person is on the lists of both, at the same time."""

    person: Person
    first: Activity
    second: Activity


@dataclass(frozen=True)
class Hints:
    photos: list[PhotoHint]
    rooms: list[RoomHint]

    @property
    def total(self) -> int:
        return len(self.photos) + len(self.rooms)


def hints_of(organisations: Sequence[Organisation], first: date, last: date) -> Hints:
    """Hints that touch one of these organisations on these days. Other organisations' records are looked at too, since
    a photograph or a person may have gone there. Four queries.
    """
    own = {one.pk for one in organisations}
    span = (first, last)
    photos = same_photo(
        ActivityEvidence.objects.filter(
            record__happened_on__range=span, record__state__in=COUNTED
        ).values_list("file__sha256", "record_id")
    )
    rooms = in_two_rooms(_sightings(own, first, last))
    wanted = {pk for group in photos for pk in group} | {
        pk for one in rooms for pk in (one.first_id, one.second_id)
    }
    activities = {
        row.pk: row for row in Activity.objects.filter(pk__in=wanted).select_related("organisation")
    }
    people = {row.pk: row for row in Person.objects.filter(pk__in={one.person_id for one in rooms})}
    shown = [tuple(activities[pk] for pk in group) for group in photos]
    return Hints(
        [PhotoHint(group) for group in shown if any(one.organisation_id in own for one in group)],
        [
            RoomHint(people[one.person_id], activities[one.first_id], activities[one.second_id])
            for one in rooms
        ],
    )


def _sightings(own: set[int], first: date, last: date) -> list[Sighting]:
    """Where the people of these organisations were seen, everywhere."""
    rows = Attendance.objects.filter(
        is_present=True,
        person__organisation__in=own,
        activity__starts_at__isnull=False,
        activity__happened_on__range=(first, last),
        activity__state__in=COUNTED,
    )
    fields = ("person_id", "activity_id", "activity__happened_on", "activity__starts_at", "activity__ends_at")
    return [Sighting(*values) for values in rows.values_list(*fields)]
