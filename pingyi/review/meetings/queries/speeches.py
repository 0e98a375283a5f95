"""The speech and its numbered requirements."""

from django.db.models import Count, Q

from pingyi.review.cycles.models import ReviewMeeting
from pingyi.review.meetings.models import Sitting, Speech
from pingyi.review.rectification.models import FollowUp, Requirement


def speech_of(sitting: Sitting) -> Speech | None:
    """The recorded speech, or None while nobody has written it down."""
    speech: Speech | None = Speech.objects.filter(sitting=sitting).first()
    return speech


def requirements_of(meeting: ReviewMeeting) -> list[Requirement]:
    """The numbered requirements in order, each with how many organisations were asked and how many answered."""
    done = Q(follow_ups__state__in=[FollowUp.State.ANSWERED, FollowUp.State.DONE])
    return list(
        Requirement.objects.filter(meeting=meeting)
        .annotate(asked=Count("follow_ups"), answered=Count("follow_ups", filter=done))
        .order_by("number")
    )
