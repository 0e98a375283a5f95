"""The cycles and meetings between which people move about in the office."""

from dataclasses import dataclass

from django.db.models import QuerySet

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


def worked_in() -> QuerySet[Cycle]:
    """The cycles that are or were worked on here."""
    return Cycle.objects.exclude(state=Cycle.State.ARCHIVED, meetings__isnull=True)


def cycle_places() -> list[CyclePlace]:
    """Every cycle of the institution in scope with its meetings, the newest first. Two queries.

    Reviews from before the system (archived, without a meeting) are no place to work in: they have a list of their own.
    """
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
        for cycle in worked_in().order_by("-year", "-pk").prefetch_related("meetings")
    ]
