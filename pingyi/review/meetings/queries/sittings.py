"""The meeting as planned, as it runs, and its agenda."""

from collections.abc import Iterable

from django.db.models import Exists, OuterRef
from django_scopes import scopes_disabled

from pingyi.core.errors import Missing
from pingyi.core.words import Words
from pingyi.review.cycles.models import Cycle, Reporter, ReviewMeeting
from pingyi.review.cycles.queries import reporters_of
from pingyi.review.cycles.queries.reviews import is_poll, is_vote
from pingyi.review.meetings.domain.agenda import ItemKind, ItemState, Line
from pingyi.review.meetings.models import AgendaItem, Sitting


def meetings_of_institution() -> list[ReviewMeeting]:
    """The meetings of reviews and polls in scope, the newest first, each with its cycle and its sitting, if any."""
    rows = ReviewMeeting.objects.filter(cycle__about="").select_related("cycle", "sitting")
    return list(rows.order_by("-held_at", "-pk"))


def find_meeting(meeting_id: int) -> ReviewMeeting:
    rows = ReviewMeeting.objects.select_related("cycle__convenor", "chair", "commentator")
    meeting: ReviewMeeting | None = rows.filter(pk=meeting_id).first()
    if meeting is None:
        raise Missing(Words("没有这场会议。请从左边的“述中”打开。"), code="meeting.missing")
    return meeting


def find_run_meeting(meeting_id: int) -> ReviewMeeting:
    """A meeting that is run from the console. The meeting around a vote is run elsewhere."""
    meeting = find_meeting(meeting_id)
    if is_vote(meeting):
        raise Missing(Words("这是一个议题的表决，没有这一页。请从那次会议打开它。"), code="meeting.is_vote")
    return meeting


def find_review_meeting(meeting_id: int) -> ReviewMeeting:
    """A meeting in which people report: for pages that make no sense in a satisfaction poll or a vote."""
    meeting = find_run_meeting(meeting_id)
    if is_poll(meeting):
        raise Missing(
            Words("满意度测评没有述职和点评，没有这一页。请从“满意度测评”打开它。"), code="meeting.is_poll"
        )
    return meeting


def sitting_of(meeting: ReviewMeeting) -> Sitting | None:
    """The meeting as it runs, or None while nobody has opened it."""
    sitting: Sitting | None = Sitting.objects.filter(meeting=meeting).select_related("meeting").first()
    return sitting


def are_meetings_over(cycle: Cycle) -> bool:
    """Whether people have reported: every meeting of this review that has somebody on site has ended. One query."""
    on_site = ReviewMeeting.objects.filter(
        Exists(Reporter.objects.filter(meeting=OuterRef("pk"), mode=Reporter.Mode.ON_SITE)), cycle=cycle
    )
    states = list(on_site.values_list("sitting__state", flat=True))
    return bool(states) and all(state == Sitting.State.ENDED for state in states)


def find_sitting(meeting: ReviewMeeting) -> Sitting:
    sitting = sitting_of(meeting)
    if sitting is None:
        raise Missing(Words("会场还没有打开。先在“会场控制”打开会场。"), code="sitting.missing")
    return sitting


def sitting_by_hall_key(key: str) -> Sitting | None:
    """The sitting behind the address of a hall screen. Works outside any scope: the screen has no account."""
    with scopes_disabled():
        sitting: Sitting | None = (
            Sitting.objects.filter(hall_key=key.upper())
            .select_related(
                "institution", "meeting__cycle__convenor", "meeting__chair", "meeting__commentator"
            )
            .first()
        )
    return sitting


def agenda_of(sitting: Sitting) -> list[AgendaItem]:
    """The agenda in order, with each reporter's organisation and person. One query."""
    return list(
        AgendaItem.objects.filter(sitting=sitting)
        .select_related("reporter__organisation", "reporter__person")
        .order_by("sequence")
    )


def lines_of(items: Iterable[AgendaItem]) -> list[Line]:
    """The agenda as far as its rules look at it."""
    return [Line(item.pk, ItemKind(item.kind), ItemState(item.state), item.reporter_id) for item in items]


def find_item(meeting: ReviewMeeting, item_id: int) -> AgendaItem:
    """An item on the agenda of this meeting."""
    item: AgendaItem | None = AgendaItem.objects.filter(sitting__meeting=meeting, pk=item_id).first()
    if item is None:
        raise Missing(Words("议程里没有这一项。刷新看看现在的议程。"), code="agenda.item_missing")
    return item


def not_on_agenda(meeting: ReviewMeeting, items: Iterable[AgendaItem]) -> list[Reporter]:
    """On-site reporters of the plan who came on it after the hall was opened."""
    there = {item.reporter_id for item in items}
    return [row for row in reporters_of(meeting) if row.mode == Reporter.Mode.ON_SITE and row.pk not in there]
