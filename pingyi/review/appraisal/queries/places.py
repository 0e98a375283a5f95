"""The cycles and meetings between which people move about in the office."""

from dataclasses import dataclass

from pingyi.review.cycles.models import Cycle


@dataclass(frozen=True)
class MeetingPlace:
    meeting_id: int
    name: str


@dataclass(frozen=True)
class CyclePlace:
    cycle_id: int
    name: str
    year: int
    meetings: tuple[MeetingPlace, ...]


def cycle_places() -> list[CyclePlace]:
    """Every cycle of the institution in scope with its meetings, the newest first. Two queries."""
    return [
        CyclePlace(
            cycle.pk,
            cycle.name,
            cycle.year,
            tuple(
                MeetingPlace(meeting.pk, meeting.name)
                for meeting in sorted(cycle.meetings.all(), key=lambda meeting: meeting.sequence)
            ),
        )
        for cycle in Cycle.objects.order_by("-year", "-pk").prefetch_related("meetings")
    ]
