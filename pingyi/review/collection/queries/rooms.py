"""The reading of a meeting: as the clerk sees it, and as a phone finds it."""

from datetime import datetime

from django_scopes import scopes_disabled

from pingyi.review.collection.domain.opening import is_open
from pingyi.review.collection.models import ReadingRoom
from pingyi.review.cycles.models import ReviewMeeting


def room_of(meeting: ReviewMeeting) -> ReadingRoom | None:
    """What was opened for this meeting, open or not; None if it never was."""
    room: ReadingRoom | None = (
        ReadingRoom.objects.filter(meeting=meeting).select_related("opened_by", "closed_by").first()
    )
    return room


def open_room(key: str, now: datetime) -> ReadingRoom | None:
    """The reading behind an address, if it is open now. Works outside any scope: readers have no account."""
    with scopes_disabled():
        room: ReadingRoom | None = (
            ReadingRoom.objects.filter(key=key.upper())
            .select_related("institution", "meeting__cycle__convenor")
            .first()
        )
    if room is None or not is_open(open_until=room.open_until, closed_at=room.closed_at, now=now):
        return None
    return room
