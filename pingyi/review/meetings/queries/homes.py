"""What became of every sentence said about the reporters of a meeting."""

from dataclasses import dataclass

from pingyi.core.errors import Missing
from pingyi.core.words import Words
from pingyi.review.cycles.models import Reporter, ReviewMeeting
from pingyi.review.meetings.domain.comment_edit import Part
from pingyi.review.meetings.domain.homes import Home, HomeCount, count_homes, home_of
from pingyi.review.meetings.models import CommentSentence
from pingyi.review.rectification.models import ProblemItem


@dataclass(frozen=True)
class ReporterHomes:
    """The 问题 and the unsorted sentences about one reporter, and the count of all."""

    reporter: Reporter
    sentences: tuple[tuple[CommentSentence, Home], ...]
    count: HomeCount


def home_of_sentence(sentence: CommentSentence) -> Home:
    return home_of(sentence.part, sentence.task_draft, sentence.no_task_reason)


def homes_by_reporter(meeting: ReviewMeeting) -> list[ReporterHomes]:
    """Everybody with a comment in the order of speaking, the problems in the order they were said. One query."""
    rows = (
        CommentSentence.objects.filter(comment__reporter__meeting=meeting)
        .select_related(
            "comment__reporter__organisation", "comment__reporter__person", "problem", "settled_by"
        )
        .order_by("comment__reporter__order", "comment__reporter", "sequence")
    )
    groups: dict[Reporter, list[tuple[CommentSentence, Home]]] = {}
    for row in rows:
        groups.setdefault(row.comment.reporter, []).append((row, home_of_sentence(row)))
    return [
        ReporterHomes(
            reporter,
            tuple((row, home) for row, home in said if row.part in {Part.PROBLEM, Part.UNSORTED}),
            count_homes(home for _, home in said),
        )
        for reporter, said in groups.items()
    ]


def open_problems(meeting_id: int) -> list[CommentSentence]:
    """The 问题 sentences about which nobody has decided, in the order of speaking. One query."""
    return list(
        CommentSentence.objects.filter(
            comment__reporter__meeting=meeting_id, part=Part.PROBLEM, task_draft="", no_task_reason=""
        )
        .select_related("comment__reporter__organisation", "comment__reporter__meeting", "problem")
        .order_by("comment__reporter__order", "comment__reporter", "sequence")
    )


def find_problem_sentence(meeting: ReviewMeeting, sentence_id: int) -> CommentSentence:
    """A 问题 sentence of this meeting."""
    sentence: CommentSentence | None = (
        CommentSentence.objects.filter(pk=sentence_id, comment__reporter__meeting=meeting, part=Part.PROBLEM)
        .select_related("comment__reporter__organisation", "comment__reporter__meeting__cycle", "problem")
        .first()
    )
    if sentence is None:
        raise Missing(
            Words("点评里没有这一句问题，可能刚改过。刷新看看现在的点评。"), code="sentence.missing"
        )
    return sentence


def is_answered(problem: ProblemItem | None) -> bool:
    """Whether the organisation has claimed the problem or said why it is not theirs."""
    return problem is not None and problem.state != ProblemItem.State.RAISED
