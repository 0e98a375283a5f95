"""Reviews, as distinct from the satisfaction polls on their rectification and from secret votes on single matters."""

from enum import StrEnum

from django.db.models import QuerySet

from pingyi.review.cycles.models import Cycle, ReviewMeeting


class Occasion(StrEnum):
    """What people vote about: secretaries, how faults were mended, or one matter."""

    REVIEW = "review"
    POLL = "poll"
    VOTE = "vote"


def reviews() -> QuerySet[Cycle]:
    """The reviews in scope, without polls and votes."""
    return Cycle.objects.filter(polled__isnull=True, about="")


def occasion_of(cycle: Cycle) -> Occasion:
    """Which of the three kinds of plan this is."""
    if cycle.about:
        return Occasion.VOTE
    return Occasion.REVIEW if cycle.polled_id is None else Occasion.POLL


def is_poll(meeting: ReviewMeeting) -> bool:
    """Whether people meet here to say how satisfied they are with rectification, not to hear reports."""
    return meeting.cycle.polled_id is not None


def is_vote(meeting: ReviewMeeting) -> bool:
    """Whether people vote here on one matter with yes, no or abstention."""
    return bool(meeting.cycle.about)
