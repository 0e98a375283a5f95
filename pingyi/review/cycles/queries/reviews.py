"""Reviews, as distinct from the satisfaction polls on their rectification."""

from django.db.models import QuerySet

from pingyi.review.cycles.models import Cycle, ReviewMeeting


def reviews() -> QuerySet[Cycle]:
    """The reviews in scope, without polls."""
    return Cycle.objects.filter(polled__isnull=True)


def is_poll(meeting: ReviewMeeting) -> bool:
    """Whether people meet here to say how satisfied they are with rectification, not to hear reports."""
    return meeting.cycle.polled_id is not None
