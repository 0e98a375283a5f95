"""The draft of an opinion on one person, written from the records and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pingyi.core.clock import today
from pingyi.review.appraisal.domain.opinion import Opinion
from pingyi.review.appraisal.domain.opinion_draft import (
    Grounds,
    Line,
    Listed,
    Source,
    as_draft,
    draft_lines,
    grade_in,
)
from pingyi.review.appraisal.phrases import GRADE_WORDS
from pingyi.review.appraisal.queries.marks import marks_of
from pingyi.review.cycles.queries import settings_of
from pingyi.review.meetings.domain.comment_edit import Part
from pingyi.review.meetings.models import CommentSentence
from pingyi.review.rectification.models import ProblemItem

if TYPE_CHECKING:
    from pingyi.review.appraisal.models import GradeDecision
    from pingyi.review.cycles.models import Reporter


# What the list has that nobody said in the hall; what an organisation found itself is its own affair.
LISTED: dict[str, Source] = {
    ProblemItem.Source.BALLOT_REMARK: Source.REMARK,
    ProblemItem.Source.INSPECTION: Source.INSPECTION,
}


@dataclass(frozen=True)
class OpinionDraft:
    """The draft as text, and each of its lines with the record that it comes from."""

    opinion: Opinion
    lines: tuple[Line, ...]


def opinion_draft(reporter: Reporter, decision: GradeDecision | None) -> OpinionDraft:
    """From the comment, the remarks of the ballot and inspections on the list, the decided grade and the mark of the
    daily assessment, where there are any. Four queries."""
    sentences = list(
        CommentSentence.objects.filter(comment__reporter=reporter)
        .order_by("sequence")
        .values_list("part", "text")
    )
    lines = draft_lines(sentences, _grounds(reporter, decision), _listed(reporter))
    unsorted = tuple(text for part, text in sentences if part == Part.UNSORTED)
    return OpinionDraft(as_draft(lines, unsorted), lines)


def _listed(reporter: Reporter) -> list[Listed]:
    """What stands on the list of the year beside the comment, as far as it was not withdrawn."""
    rows = ProblemItem.objects.filter(
        cycle=reporter.cycle_id, organisation=reporter.organisation_id, source__in=LISTED
    )
    told = rows.exclude(state=ProblemItem.State.WITHDRAWN).order_by("number")
    return [
        Listed(number, " ".join(text.split()), LISTED[source])
        for number, text, source in told.values_list("number", "text", "source")
    ]


def _grounds(reporter: Reporter, decision: GradeDecision | None) -> Grounds:
    marks = marks_of(reporter.cycle).get(reporter.pk)
    daily = grade_in(marks.daily if marks else None, settings_of(reporter.cycle).bands)
    return Grounds(
        meeting=reporter.meeting.name,
        meeting_on=today(reporter.meeting.held_at),
        is_voted_on=reporter.is_voted_on,
        grade=GRADE_WORDS[decision.decided_grade] if decision else "",
        deciding_meeting=decision.deciding_meeting if decision else "",
        decided_on=decision.decided_on if decision else None,
        daily_grade=GRADE_WORDS[daily] if daily else "",
    )
