"""Who reports in a meeting, in which order."""

from pingyi.review.cycles.models import Cycle, Reporter, ReviewMeeting


def reporters_of(meeting: ReviewMeeting) -> list[Reporter]:
    """All reporters of the meeting in the order of agenda and ballot: those on site first, then the written ones."""
    return list(
        Reporter.objects.filter(meeting=meeting).select_related("organisation", "person").order_by("order")
    )


def reporters_of_cycle(cycle: Cycle) -> list[Reporter]:
    """All reporters of the review, meeting by meeting in the order of the agenda."""
    return list(
        Reporter.objects.filter(cycle=cycle)
        .select_related("organisation", "person")
        .order_by("meeting__sequence", "order")
    )


def voted_on(cycle: Cycle) -> list[Reporter]:
    """Those of the whole review on whom people vote, meeting by meeting in the order of the ballot."""
    return list(
        Reporter.objects.filter(cycle=cycle, is_voted_on=True)
        .select_related("organisation", "person")
        .order_by("meeting__sequence", "order")
    )


def roster_size(cycle: Cycle) -> int:
    """How many people report in the whole review."""
    size: int = Reporter.objects.filter(cycle=cycle).count()
    return size
