"""Who reports in a meeting, in which order."""

from pingyi.review.cycles.models import Reporter, ReviewMeeting


def reporters_of(meeting: ReviewMeeting) -> list[Reporter]:
    """All reporters of the meeting in the order of agenda and ballot: those on site first, then the written ones."""
    return list(
        Reporter.objects.filter(meeting=meeting).select_related("organisation", "person").order_by("order")
    )
