"""What recording one decision and recording many share: who may, what must be said, writing the row."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from pingyi.core.clock import today
from pingyi.core.errors import Forbidden
from pingyi.core.services import record_event
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.review.appraisal.domain.cap import Cap
from pingyi.review.appraisal.domain.deciding import Choice, is_grade, needs_reason
from pingyi.review.appraisal.models import AppraisalSnapshot, GradeDecision
from pingyi.review.appraisal.queries.decisions import cap_of_review, latest_decisions, proposed_grades
from pingyi.review.appraisal.queries.snapshots import latest_snapshots
from pingyi.review.appraisal.rules import may_decide
from pingyi.review.cycles.models import Cycle, Reporter

LONGEST_NAME = 120


@dataclass(frozen=True)
class Sitting:
    """The committee meeting that decided, and when."""

    name: str
    day: date


class Recording:
    """One recording of decisions: the review is held until the transaction ends, so that two people queue."""

    def __init__(self, actor: Actor, now: datetime, cycle_id: int, sitting: Sitting) -> None:
        cycle = Cycle.objects.select_for_update().get(pk=cycle_id)
        if not may_decide(actor, cycle):
            raise Forbidden(Words("会议定的等次由领导记。"))
        self.actor, self.now, self.cycle = actor, now, cycle
        self.snapshots = latest_snapshots(cycle)
        self.proposed = proposed_grades(self.snapshots)
        self.present = latest_decisions(cycle)
        self.sitting = Sitting(" ".join(sitting.name.split()), sitting.day)

    def sitting_faults(self, reporters: Iterable[Reporter]) -> dict[str, str]:
        """What is wrong with the meeting and its day, by field."""
        faults: dict[str, str] = {}
        name, day = self.sitting.name, self.sitting.day
        if not name:
            faults["meeting"] = Words("写明是哪次会议定的，例如“校党委会第3次会议”。")
        elif len(name) > LONGEST_NAME:
            faults["meeting"] = Words("会议名称最多{longest_name}字。", longest_name=LONGEST_NAME)
        held = max((today(one.meeting.held_at) for one in reporters), default=None)
        if day > today(self.now):
            faults["decided_on"] = Words("这一天还没有到。会开过、定了再记。")
        elif held is not None and day < held:
            faults["decided_on"] = Words("这一天在述职评议会以前。核对一下是哪天定的。")
        return faults

    def choice_fault(self, reporter: Reporter, choice: Choice) -> tuple[str, str] | None:
        """What is wrong with one choice, as field and words; None when it can be written."""
        proposed = self.proposed.get(reporter.pk)
        if not is_grade(choice.grade):
            return "grade", Words("等次选好、较好、一般、差中的一个。")
        if reporter.meeting_id not in self.snapshots:
            return "grade", Words("这场会还没有算分，先算分再记等次。")
        if needs_reason(choice, proposed):
            why = (
                Words("和建议的等次不同，写上理由。")
                if proposed
                else Words("没有建议等次，写上定这一等次的理由。")
            )
            return "reason", why
        return None

    def is_recorded(self, reporter: Reporter, choice: Choice) -> bool:
        """The decision in force says exactly this already: pressing twice changes nothing."""
        present = self.present.get(reporter.pk)
        return present is not None and (
            present.decided_grade,
            present.reason,
            present.deciding_meeting,
            present.decided_on,
        ) == (choice.grade, choice.reason, self.sitting.name, self.sitting.day)

    def write(self, reporter: Reporter, choice: Choice, correction_note: str = "") -> GradeDecision:
        """One row more. Records grade.decided or grade.corrected."""
        earlier = self.present.get(reporter.pk)
        snapshot: AppraisalSnapshot = self.snapshots[reporter.meeting_id]
        decision: GradeDecision = GradeDecision.objects.create(
            institution_id=reporter.institution_id,
            reporter=reporter,
            sequence=earlier.sequence + 1 if earlier else 1,
            snapshot=snapshot,
            proposed_grade=self.proposed.get(reporter.pk) or "",
            decided_grade=choice.grade,
            deciding_meeting=self.sitting.name,
            decided_on=self.sitting.day,
            reason=choice.reason,
            correction_note=correction_note,
            recorded_by_id=self.actor.account_id,
            recorded_at=self.now,
        )
        self.present[reporter.pk] = decision
        record_event(
            institution_id=reporter.institution_id,
            verb="grade.corrected" if earlier else "grade.decided",
            actor_id=self.actor.account_id,
            subject=decision,
            now=self.now,
            payload={
                "organisation": reporter.organisation.name,
                "reporter": reporter.pk,
                "grade": choice.grade,
                "meeting": self.sitting.name,
                "day": self.sitting.day.isoformat(),
                "reason": correction_note or choice.reason,
            },
        )
        return decision

    def cap(self) -> Cap:
        """How the review stands against the limit on the first grade, with what was just written."""
        return cap_of_review(self.cycle, self.present, self.proposed)
