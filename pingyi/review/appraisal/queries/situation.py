"""What the report to the superior body says: counted from the rows on the day it is read."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from pingyi.core.clock import today
from pingyi.review.appraisal.documents.situation import (
    HeldMeeting,
    Mended,
    Said,
    Situation,
    SituationLine,
)
from pingyi.review.appraisal.phrases import GRADE_WORDS, MODE_WORDS
from pingyi.review.appraisal.queries.letters import LetterRow, letter_rows
from pingyi.review.cycles.models import Cycle, Reporter
from pingyi.review.cycles.queries import settings_of
from pingyi.review.cycles.queries.meetings import meetings_of
from pingyi.review.dutyreports.models import DutyReport
from pingyi.review.meetings.models import LeaderComment
from pingyi.review.meetings.queries.attendance import class_attendance
from pingyi.review.rectification.models import ProblemItem, Task

if TYPE_CHECKING:
    from pingyi.review.cycles.models import ReviewMeeting

State = ProblemItem.State
NOT_CLAIMED = (State.RAISED, State.CONTESTED, State.WITHDRAWN)


def situation_of(cycle: Cycle) -> Situation:
    """The facts of one review; problems that were withdrawn are left out. Twelve queries and four per meeting."""
    rows = letter_rows(cycle)
    problems = list(
        ProblemItem.objects.filter(cycle=cycle)
        .exclude(state=State.WITHDRAWN)
        .values_list("organisation_id", "state")
    )
    raised = Counter(organisation for organisation, _ in problems)
    closed = Counter(organisation for organisation, state in problems if state == State.CLOSED)
    decisions = {(row.decision.deciding_meeting, row.decision.decided_on) for row in rows if row.decision}
    return Situation(
        review=cycle.name,
        convenor=cycle.convenor.name,
        meetings=tuple(_held(meeting) for meeting in meetings_of(cycle)),
        lines=tuple(_line(row, raised, closed) for row in rows),
        decided=tuple(sorted(decisions, key=lambda one: one[1])),
        accepted_reports=DutyReport.objects.filter(
            reporter__cycle=cycle, state=DutyReport.State.ACCEPTED
        ).count(),
        commented=LeaderComment.objects.filter(reporter__cycle=cycle, is_finished=True).count(),
        said=_said(rows),
        mended=_mended(cycle, [state for _, state in problems]),
        rectification_months=settings_of(cycle).rectification_months,
    )


def _held(meeting: ReviewMeeting) -> HeldMeeting:
    classes = class_attendance(meeting)
    return HeldMeeting(
        name=meeting.name,
        day=today(meeting.held_at),
        chair=f"{meeting.chair_title}{meeting.chair.name}" if meeting.chair else "",
        commentator=f"{meeting.commentator_title}{meeting.commentator.name}" if meeting.commentator else "",
        present=sum(one.present for one in classes),
        listed=sum(one.listed for one in classes),
    )


def _line(row: LetterRow, raised: Counter[int], closed: Counter[int]) -> SituationLine:
    reporter = row.reporter
    return SituationLine(
        organisation=reporter.organisation.name,
        name=reporter.person.name,
        mode=MODE_WORDS[reporter.mode],
        is_on_site=reporter.mode == Reporter.Mode.ON_SITE,
        grade=GRADE_WORDS[row.decision.decided_grade] if row.decision else "",
        problems=raised[reporter.organisation_id],
        closed=closed[reporter.organisation_id],
    )


def _said(rows: list[LetterRow]) -> Said:
    remarks = [row for row in rows if row.statement and not row.statement.agrees]
    return Said(
        issued=sum(row.letter is not None for row in rows),
        opened=sum(row.opening is not None for row in rows),
        statements=sum(row.statement is not None for row in rows),
        remarks=len(remarks),
        answered=sum(not row.waits_for_answer for row in remarks),
    )


def _mended(cycle: Cycle, states: list[str]) -> Mended:
    tasks = list(
        Task.objects.filter(problem__cycle=cycle)
        .exclude(problem__state=State.WITHDRAWN)
        .values_list("state", flat=True)
    )
    return Mended(
        problems=len(states),
        claimed=sum(state not in NOT_CLAIMED for state in states),
        closed=states.count(State.CLOSED),
        tasks=len(tasks),
        closed_tasks=tasks.count(Task.State.CLOSED),
    )
