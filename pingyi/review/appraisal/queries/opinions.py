"""Comprehensive opinions: as written, or as the comment at the meeting gives them word for word."""

from collections.abc import Iterable

from pingyi.review.appraisal.domain.opinion import Opinion, from_comment
from pingyi.review.appraisal.models import ComprehensiveOpinion
from pingyi.review.cycles.models import Cycle, Reporter
from pingyi.review.meetings.models import CommentSentence


def opinions_of(cycle: Cycle) -> dict[int, ComprehensiveOpinion]:
    """The written opinions by reporter. One query."""
    rows = ComprehensiveOpinion.objects.filter(reporter__cycle=cycle).select_related("written_by")
    return {row.reporter_id: row for row in rows}


def opinion_of(reporter: Reporter) -> ComprehensiveOpinion | None:
    """The written opinion on one person, None while nobody has written one."""
    found: ComprehensiveOpinion | None = (
        ComprehensiveOpinion.objects.filter(reporter=reporter).select_related("written_by").first()
    )
    return found


def as_opinion(row: ComprehensiveOpinion) -> Opinion:
    return Opinion(row.strengths, row.problems, row.direction, grounds=row.grounds)


def said_about(reporters: Iterable[Reporter]) -> dict[int, Opinion]:
    """What the comment gives for each of these, by reporter; who has no comment is left out. One query."""
    sentences: dict[int, list[tuple[str, str]]] = {}
    rows = CommentSentence.objects.filter(comment__reporter__in=list(reporters)).order_by("sequence")
    for reporter_id, part, text in rows.values_list("comment__reporter_id", "part", "text"):
        sentences.setdefault(reporter_id, []).append((part, text))
    return {reporter_id: from_comment(lines) for reporter_id, lines in sentences.items()}
