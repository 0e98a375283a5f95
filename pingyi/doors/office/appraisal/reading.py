"""What the views of the results share: what a review's results stand at, the meeting in view, forbidden words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pingyi.core.errors import Forbidden
from pingyi.core.words import Words
from pingyi.doors.office.appraisal.next_step import Stand
from pingyi.doors.office.pages import OfficeRequest
from pingyi.doors.office.sent_fields import number_in
from pingyi.review.appraisal.queries.decisions import cap_of_review, latest_decisions, proposed_grades
from pingyi.review.appraisal.queries.marks import marks_of, needed_parts, without_mark
from pingyi.review.appraisal.queries.snapshots import latest_snapshots
from pingyi.review.appraisal.rules import may_see_results
from pingyi.review.ballots.queries.votings import counted_meetings
from pingyi.review.cycles.queries import settings_of
from pingyi.review.cycles.queries.lookup import find_cycle
from pingyi.review.cycles.queries.meetings import meetings_of
from pingyi.review.cycles.queries.reporters import roster_size, voted_on

if TYPE_CHECKING:
    from pingyi.review.appraisal.models import AppraisalSnapshot, GradeDecision
    from pingyi.review.cycles.models import Cycle, ReviewMeeting

HIDDEN = Words("票数和得分只给计票席和定等次的领导看。会议定的等次，经办人在“反馈与文书”页看得到。")


@dataclass(frozen=True)
class Outcome:
    """Where the results of a review stand: meetings, the newest calculation of each, decisions in force."""

    cycle: Cycle
    meetings: list[ReviewMeeting]
    snapshots: dict[int, AppraisalSnapshot]
    decisions: dict[int, GradeDecision]
    proposed: dict[int, str | None]
    stand: Stand


def seen_cycle(request: OfficeRequest, cycle_id: int) -> Cycle:
    """The review, for those who may see its counts and scores."""
    cycle = find_cycle(cycle_id)
    if not may_see_results(request.actor, cycle):
        raise Forbidden(HIDDEN)
    return cycle


def outcome_of(cycle: Cycle) -> Outcome:
    """Everything that the bar and the pages look at, in a fixed number of queries."""
    meetings, settings = meetings_of(cycle), settings_of(cycle)
    counted = counted_meetings(cycle)
    snapshots, decisions = latest_snapshots(cycle), latest_decisions(cycle)
    proposed = proposed_grades(snapshots)
    parts = needed_parts(settings)
    lacking = without_mark(parts, [one.pk for one in voted_on(cycle)], marks_of(cycle)) if parts else {}
    stand = Stand(
        cycle=cycle,
        settings=settings,
        uncounted=[one for one in meetings if one.pk not in counted],
        uncalculated=[one for one in meetings if one.pk in counted and one.pk not in snapshots],
        lacking_marks=lacking,
        cap=cap_of_review(cycle, decisions, proposed),
        undecided=roster_size(cycle) - len(decisions),
    )
    return Outcome(cycle, meetings, snapshots, decisions, proposed, stand)


def meeting_in_view(request: OfficeRequest, outcome: Outcome) -> ReviewMeeting | None:
    """The meeting that the address names (?meeting=), else the first that is calculated, else the first."""
    named = number_in(request.GET.get("meeting", ""))
    by_wish = [one for one in outcome.meetings if one.pk == named]
    calculated = [one for one in outcome.meetings if one.pk in outcome.snapshots]
    return next(iter([*by_wish, *calculated, *outcome.meetings]), None)
