"""Comments: one line per on-site reporter, and one comment with its sentences."""

from collections import Counter, defaultdict
from dataclasses import dataclass

from pingyi.core.errors import Missing
from pingyi.core.words import Words
from pingyi.review.cycles.models import Reporter, ReviewMeeting
from pingyi.review.meetings.domain.agenda import ItemKind, ItemState
from pingyi.review.meetings.domain.comment_edit import Part, Recorded
from pingyi.review.meetings.domain.homes import NOTHING_SAID, Home, HomeCount, count_homes, home_of
from pingyi.review.meetings.models import AgendaItem, CommentSentence, LeaderComment, Sitting
from pingyi.review.rectification.models import ProblemItem


@dataclass(frozen=True)
class BoardRow:
    """One on-site reporter: how the report went, how far the comment is."""

    reporter: Reporter
    report_state: str
    comment: LeaderComment | None
    counts: dict[str, int]
    homes: HomeCount = NOTHING_SAID

    @property
    def is_finished(self) -> bool:
        return self.comment is not None and self.comment.is_finished

    @property
    def is_absent(self) -> bool:
        return self.report_state == ItemState.SKIPPED

    @property
    def unsorted(self) -> int:
        return self.counts.get(Part.UNSORTED, 0)


def comment_board(meeting: ReviewMeeting) -> list[BoardRow]:
    """The on-site reporters in the order of the agenda. Two queries, however many there are."""
    reports = (
        AgendaItem.objects.filter(sitting__meeting=meeting, kind=ItemKind.REPORT)
        .select_related("reporter__organisation", "reporter__person", "reporter__comment")
        .order_by("sequence")
    )
    counts: defaultdict[int, Counter[str]] = defaultdict(Counter)
    homes: defaultdict[int, list[Home]] = defaultdict(list)
    sentences = CommentSentence.objects.filter(comment__reporter__meeting=meeting)
    for reporter_id, part, *decided in sentences.values_list(
        "comment__reporter_id", "part", "task_draft", "no_task_reason"
    ):
        counts[reporter_id][part] += 1
        homes[reporter_id].append(home_of(part, *decided))
    return [
        BoardRow(
            item.reporter,
            item.state,
            getattr(item.reporter, "comment", None),
            dict(counts[item.reporter.pk]),
            count_homes(homes[item.reporter.pk]),
        )
        for item in reports
        if item.reporter is not None
    ]


def find_reporter(meeting: ReviewMeeting, reporter_id: int) -> Reporter:
    """A reporter of this meeting."""
    rows = Reporter.objects.select_related("organisation", "person", "meeting__cycle")
    reporter: Reporter | None = rows.filter(pk=reporter_id, meeting=meeting).first()
    if reporter is None:
        raise Missing(Words("本场会议没有这一位述职人。"), code="reporter.missing")
    return reporter


def comment_of(reporter: Reporter) -> LeaderComment | None:
    """The comment on this reporter, or None while nothing was recorded."""
    comment: LeaderComment | None = (
        LeaderComment.objects.filter(reporter=reporter).select_related("recorded_by").first()
    )
    return comment


def sentences_of(comment: LeaderComment | None) -> list[CommentSentence]:
    """The sentences in order, each with its problem item. One query."""
    if comment is None:
        return []
    return list(
        CommentSentence.objects.filter(comment=comment).select_related("problem").order_by("sequence")
    )


def recorded_of(sentence: CommentSentence) -> Recorded:
    """A sentence as far as the rules of editing look at it."""
    problem = sentence.problem
    return Recorded(
        sentence.pk,
        Part(sentence.part),
        sentence.text,
        tuple(problem.tags) if problem else (),
        is_answered=problem is not None and problem.state != ProblemItem.State.RAISED,
    )


def report_state(reporter: Reporter) -> str | None:
    """How the report of this reporter stands on the agenda; None where the hall is not open or has no such item."""
    states = AgendaItem.objects.filter(reporter=reporter, kind=ItemKind.REPORT).values_list(
        "state", flat=True
    )
    state: str | None = states.first()
    return state


def is_meeting_over(meeting: ReviewMeeting) -> bool:
    return bool(Sitting.objects.filter(meeting=meeting, state=Sitting.State.ENDED).exists())
