"""One row by its number, or a plain word that it is not there. Rows of other institutions are not there."""

from collections.abc import Collection

from pingyi.core.errors import Missing
from pingyi.core.words import Words, listed
from pingyi.review.cycles.models import Cycle, Reporter, ReviewMeeting, VoterClass, VoterListing
from pingyi.review.cycles.queries.reviews import reviews


def find_cycle(cycle_id: int) -> Cycle:
    """The review with its convenor and the one who froze it. Pages of a review are no pages of a poll."""
    cycle = find_plan(cycle_id)
    if cycle.polled_id:
        raise Missing(Words("这是一次满意度测评，没有这一页。请从“满意度测评”打开它。"), code="cycle.is_poll")
    return cycle


def find_plan(cycle_id: int) -> Cycle:
    """A review or a satisfaction poll: for the pages on which either is planned."""
    rows = Cycle.objects.select_related("convenor", "frozen_by", "polled")
    cycle: Cycle | None = rows.filter(pk=cycle_id).first()
    if cycle is None:
        raise Missing(Words("没有这一轮评议。请回到首页，从列表里打开。"), code="cycle.missing")
    if cycle.about:
        raise Missing(Words("这是一个议题的表决，没有这一页。请从那次会议打开它。"), code="cycle.is_vote")
    return cycle


def find_poll(cycle_id: int) -> Cycle:
    """A satisfaction poll with the review that it belongs to."""
    poll = find_plan(cycle_id)
    if not poll.polled_id:
        raise Missing(Words("没有这次满意度测评，可能已经撤掉。"), code="poll.missing")
    return poll


def cycle_of_year(year: int, convenor: str = "") -> Cycle:
    """The review of this year; where several organisations held one, of the one with this name."""
    rows = reviews().filter(year=year).select_related("convenor", "frozen_by")
    found = list(rows.filter(convenor__name=convenor) if convenor else rows)
    if len(found) != 1:
        names = listed([row.convenor.name for row in rows.order_by("pk")]) or Words("没有")
        message = Words(
            "要写明是哪一轮：--year 年度 --convenor 召开单位。{year}年度的：{names}。", year=year, names=names
        )
        raise Missing(message, code="cycle.unclear")
    return found[0]


def find_meeting(cycle: Cycle, meeting_id: int) -> ReviewMeeting:
    """A meeting of this cycle."""
    meeting: ReviewMeeting | None = (
        ReviewMeeting.objects.filter(cycle=cycle, pk=meeting_id)
        .select_related("cycle", "chair", "commentator")
        .first()
    )
    if meeting is None:
        raise Missing(Words("没有这场会议，可能已经撤掉。请回到方案页。"), code="meeting.missing")
    return meeting


def find_reporter(cycle: Cycle, reporter_id: int) -> Reporter:
    """A reporter of this cycle."""
    reporter: Reporter | None = (
        Reporter.objects.filter(cycle=cycle, pk=reporter_id)
        .select_related("organisation", "person", "meeting")
        .first()
    )
    if reporter is None:
        raise Missing(Words("名册上没有这一位，可能已经撤下。请回到名册。"), code="reporter.missing")
    return reporter


def find_class(cycle: Cycle, class_id: int) -> VoterClass:
    """A voter class of one of this cycle's meetings."""
    row: VoterClass | None = (
        VoterClass.objects.filter(meeting__cycle=cycle, pk=class_id)
        .select_related("meeting", "merged_into")
        .first()
    )
    if row is None:
        raise Missing(Words("没有这一类，可能已经撤掉。请回到票类页。"), code="class.missing")
    return row


def find_listings(voter_class: VoterClass, listing_ids: Collection[int]) -> list[VoterListing]:
    """Those of the lines that are still on the class's list."""
    return list(VoterListing.objects.filter(voter_class=voter_class, pk__in=listing_ids))
