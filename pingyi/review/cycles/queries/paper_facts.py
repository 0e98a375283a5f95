"""A review as its papers are written from it."""

from pingyi.core.clock import PEOPLE_ZONE
from pingyi.core.words import Words
from pingyi.review.cycles.documents import ClassFacts, MeetingFacts, ReporterFacts, ReviewFacts
from pingyi.review.cycles.documents.facts import ON_SITE, WRITTEN
from pingyi.review.cycles.models import Cycle, Reporter, ReviewMeeting
from pingyi.review.cycles.queries.classes import standing_classes, weight_of
from pingyi.review.cycles.queries.grouping import by_meeting
from pingyi.review.cycles.queries.meetings import meetings_of
from pingyi.review.cycles.queries.settings import settings_of

BALLOT_WORDS: dict[str, str] = {
    ReviewMeeting.BallotMode.PAPER: Words("纸质测评表"),
    ReviewMeeting.BallotMode.CODE: Words("手机匿名码"),
}


def review_facts(cycle: Cycle) -> ReviewFacts:
    """The review with its meetings in order: four queries and two for each meeting."""
    reporters = by_meeting(
        Reporter.objects.filter(cycle=cycle).select_related("organisation", "person").order_by("order")
    )
    due = cycle.reports_due_at
    return ReviewFacts(
        name=cycle.name,
        convenor=cycle.convenor.name,
        settings=settings_of(cycle),
        meetings=tuple(_meeting(one, reporters[one.pk]) for one in meetings_of(cycle)),
        before=(cycle.before_from, cycle.before_to),
        after=(cycle.after_from, cycle.after_to),
        reports_due_at=due.astimezone(PEOPLE_ZONE) if due else None,
    )


def meeting_facts(meeting: ReviewMeeting, review: ReviewFacts, meetings: list[ReviewMeeting]) -> MeetingFacts:
    """The facts of one of the meetings of the review."""
    return review.meetings[[one.pk for one in meetings].index(meeting.pk)]


def _meeting(meeting: ReviewMeeting, reporters: list[Reporter]) -> MeetingFacts:
    return MeetingFacts(
        name=meeting.name,
        held_at=meeting.held_at.astimezone(PEOPLE_ZONE),
        place=meeting.place,
        chair=meeting.chair.name if meeting.chair else "",
        chair_title=meeting.chair_title,
        commentator=meeting.commentator.name if meeting.commentator else "",
        commentator_title=meeting.commentator_title,
        ballot_word=BALLOT_WORDS[meeting.ballot_mode],
        reporters=tuple(reporter_facts(one) for one in reporters),
        classes=tuple(
            ClassFacts(
                one.code, one.name, one.member_count, None if weight_of(one.row) is None else one.weight
            )
            for one in standing_classes(meeting)
        ),
    )


def reporter_facts(reporter: Reporter) -> ReporterFacts:
    """One line of the roster."""
    return ReporterFacts(
        organisation=reporter.organisation.name,
        name=reporter.person.name,
        title=reporter.title_text,
        mode=ON_SITE if reporter.mode == Reporter.Mode.ON_SITE else WRITTEN,
        is_voted_on=reporter.is_voted_on,
    )
