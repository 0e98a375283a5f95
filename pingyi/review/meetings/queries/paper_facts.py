"""A meeting as its papers are written from it."""

from pingyi.review.cycles.documents import MeetingFacts, ReviewFacts
from pingyi.review.cycles.domain.settings import CommentTiming
from pingyi.review.cycles.models import Reporter, ReviewMeeting
from pingyi.review.cycles.queries import reporters_of
from pingyi.review.cycles.queries.classes import standing_classes, voters_of_class
from pingyi.review.cycles.queries.paper_facts import reporter_facts
from pingyi.review.meetings.documents import AgendaLine, MeetingAgenda, SignClass, SignSheets
from pingyi.review.meetings.domain.agenda import ItemKind, ItemState, plan_agenda
from pingyi.review.meetings.models import AgendaItem
from pingyi.review.meetings.phrases import TITLES


def meeting_agenda(meeting: ReviewMeeting, review: ReviewFacts, facts: MeetingFacts) -> MeetingAgenda:
    """The steps of the hall once it is open (those skipped are left out); before that those of the plan."""
    items = list(
        AgendaItem.objects.filter(sitting__meeting=meeting)
        .select_related("reporter__organisation", "reporter__person")
        .order_by("sequence")
    )
    lines = [
        AgendaLine(
            ItemKind(item.kind),
            item.title,
            item.planned_seconds,
            reporter_facts(item.reporter) if item.reporter else None,
        )
        for item in items
        if item.state != ItemState.SKIPPED
    ]
    return MeetingAgenda(
        review, facts, tuple(lines if items else _planned(meeting, review)), review.settings.list_due_days
    )


def _planned(meeting: ReviewMeeting, review: ReviewFacts) -> list[AgendaLine]:
    on_site = {row.pk: row for row in reporters_of(meeting) if row.mode == Reporter.Mode.ON_SITE}
    settings = review.settings
    steps = plan_agenda(
        list(on_site),
        speech_seconds=settings.speech_seconds,
        comment_seconds=settings.comment_seconds,
        is_comment_after_each=settings.comment_timing == CommentTiming.AFTER_EACH,
    )
    return [
        AgendaLine(step.kind, TITLES[step.kind], step.seconds)
        if step.reporter_id is None
        else AgendaLine(
            step.kind,
            on_site[step.reporter_id].organisation.name,
            step.seconds,
            reporter_facts(on_site[step.reporter_id]),
        )
        for step in steps
    ]


def sign_sheets(meeting: ReviewMeeting, facts: MeetingFacts) -> SignSheets:
    """Everybody who votes, class by class in the order of the desk."""
    return SignSheets(
        facts,
        tuple(
            SignClass(
                one.code,
                one.name,
                tuple(
                    (row.person.name, row.person.organisation.name if row.person.organisation else "")
                    for row in voters_of_class(one.row)
                ),
            )
            for one in standing_classes(meeting)
        ),
    )
