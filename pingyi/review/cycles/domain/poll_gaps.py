"""What the plan of a satisfaction poll still lacks: whom it asks about, and people who answer. No dates, no weights."""

from pingyi.core.words import Words
from pingyi.review.cycles.domain.gaps import Gap, Page, Plan, list_gaps


def poll_gaps(plan: Plan) -> list[Gap]:
    """Everything missing, in the order in which a clerk goes through the pages."""
    gaps = []
    for meeting in plan.meetings:
        if not meeting.voted_on:
            gaps.append(
                Gap(
                    "poll.nobody",
                    Page.POLL,
                    Words("还没有选测评哪些单位的整改。"),
                    Words("在“测评哪些单位”里勾上。"),
                )
            )
        gaps += list_gaps(meeting, plan.settings.threshold, "")
    return gaps
