"""The cycles and meetings between which people move about in the office."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from pingyi.review.cycles.models import Cycle
from pingyi.review.cycles.queries.reviews import reviews


@dataclass(frozen=True)
class MeetingPlace:
    meeting_id: int
    name: str


@dataclass(frozen=True)
class CyclePlace:
    """A review with its meetings, and the satisfaction polls on its rectification, oldest first."""

    cycle_id: int
    name: str
    year: int
    meetings: tuple[MeetingPlace, ...]
    polls: tuple["CyclePlace", ...] = ()

    def holds(self, cycle_id: int | None, meeting_id: int | None) -> bool:
        """Whether this is the place of the cycle or the meeting; what belongs to its polls is not."""
        return self.cycle_id == cycle_id or any(one.meeting_id == meeting_id for one in self.meetings)


def worked_in() -> QuerySet[Cycle]:
    """The reviews that are or were worked on here."""
    return reviews().exclude(state=Cycle.State.ARCHIVED, meetings__isnull=True)


def cycle_places() -> list[CyclePlace]:
    """Every review of the institution in scope with its meetings and polls, the newest first. Two queries.

    Reviews from before the system (archived, without a meeting) are no place to work in: they have a list of their own.
    """
    rows = list(Cycle.objects.filter(about="").order_by("-year", "-pk").prefetch_related("meetings"))
    return [
        _place(row, [one for one in reversed(rows) if one.polled_id == row.pk])
        for row in rows
        if row.polled_id is None and (row.state != Cycle.State.ARCHIVED or row.meetings.all())
    ]


def _place(cycle: Cycle, polls: Iterable[Cycle] = ()) -> CyclePlace:
    return CyclePlace(
        cycle.pk,
        cycle.name,
        cycle.year,
        tuple(
            MeetingPlace(meeting.pk, meeting.name)
            for meeting in sorted(cycle.meetings.all(), key=lambda meeting: meeting.sequence)
        ),
        tuple(_place(poll) for poll in polls),
    )
