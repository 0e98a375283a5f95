"""A review whose ballots are counted, for tests of what comes after. Counts are written row by row."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django_scopes import scope, scopes_disabled

from pingyi.organisations.actor import Actor
from pingyi.organisations.models import Institution
from pingyi.review.appraisal.domain.deciding import Choice
from pingyi.review.appraisal.domain.opinion import Opinion
from pingyi.review.appraisal.models import AppraisalSnapshot, ComprehensiveOpinion
from pingyi.review.appraisal.services import (
    Decided,
    confirm_opinion,
    decide_grades,
    issue_letter,
    take_snapshot,
    write_opinion,
)
from pingyi.review.cycles.models import Cycle, CycleSetting, Reporter, ReviewMeeting
from pingyi.review.meetings.models import CommentSentence, LeaderComment
from pingyi.review.rectification.models import ProblemItem
from tests.factories.ballots import make_counted_voting
from tests.factories.played_once import played_once
from tests.factories.world import (
    NOW,
    make_actor,
    make_cycle,
    make_institution,
    make_meeting,
    make_reporter,
    make_voter_class,
)

LATER = NOW + timedelta(days=4)
DECIDED_ON = date(2026, 1, 19)
BODY = "校党委会第3次会议"
GOOD = {"A": {"good": 8, "fairly_good": 1}, "B": {"good": 5, "fairly_good": 1}}
FAIR = {"A": {"good": 4, "fairly_good": 5}, "B": {"good": 2, "fairly_good": 3, "average": 1}}
POOR = {"A": {"average": 5, "poor": 4}, "B": {"average": 3, "poor": 3}}


@dataclass
class Review:
    """One meeting with classes A (60 %) and B (40 %); `reporters` in the order of the ballot."""

    institution: Institution
    cycle: Cycle
    meeting: ReviewMeeting
    reporters: list[Reporter]
    clerk: Actor
    leader: Actor
    counter: Actor
    scrutineer: Actor

    def secretary(self, place: int = 0) -> Actor:
        return make_actor(self.institution, "secretary", organisation=self.reporters[place].organisation)

    def take(self, actor: Actor | None = None) -> AppraisalSnapshot:
        with scope(institution=self.institution):
            return take_snapshot(actor=actor or self.counter, now=NOW, meeting=self.meeting)

    def decide(self, grades: dict[int, Choice], **fields: Any) -> Decided:
        """Grades by place in the list of reporters."""
        with scope(institution=self.institution):
            return decide_grades(
                **{
                    "actor": self.leader,
                    "now": LATER,
                    "cycle": self.cycle,
                    "deciding_meeting": BODY,
                    "decided_on": DECIDED_ON,
                    "choices": {self.reporters[place].pk: choice for place, choice in grades.items()},
                    **fields,
                }
            )

    def write(self, place: int = 0, **fields: Any) -> None:
        with scope(institution=self.institution):
            write_opinion(
                **{
                    "actor": self.clerk,
                    "now": LATER,
                    "reporter": self.reporters[place],
                    "opinion": Opinion("党建工作抓得实。", "记录不全。", "健全制度。"),
                    "seen_version": 0,
                    **fields,
                }
            )

    def confirm(self, *places: int) -> None:
        """The leader confirms the opinions as they stand; all that are written where no place is named."""
        with scope(institution=self.institution):
            for row in ComprehensiveOpinion.objects.filter(
                reporter__in=[self.reporters[place] for place in places] or self.reporters
            ).select_related("reporter"):
                confirm_opinion(actor=self.leader, now=LATER, reporter=row.reporter, seen_version=row.version)

    def issue(self, place: int = 0) -> None:
        self.confirm(place)
        with scope(institution=self.institution):
            reporter = Reporter.objects.select_related("cycle").get(pk=self.reporters[place].pk)
            issue_letter(actor=self.clerk, now=LATER, reporter=reporter)

    def comment(self, place: int, *sentences: tuple[str, str]) -> None:
        """A finished comment with these sentences (part, text)."""
        reporter = self.reporters[place]
        with scopes_disabled():
            comment = LeaderComment.objects.create(
                institution=self.institution,
                reporter=reporter,
                is_finished=True,
                recorded_at=NOW,
                recorded_by_id=self.clerk.account_id,
            )
            for number, (part, text) in enumerate(sentences, start=1):
                CommentSentence.objects.create(
                    institution=self.institution,
                    comment=comment,
                    sequence=number,
                    part=part,
                    text=text,
                    problem=self._problem(reporter, text) if part == "problem" else None,
                )

    def _problem(self, reporter: Reporter, text: str) -> ProblemItem:
        return ProblemItem.objects.create(
            institution=self.institution,
            cycle=self.cycle,
            organisation=reporter.organisation,
            number=ProblemItem.objects.filter(cycle=self.cycle).count() + 1,
            text=text,
            source=ProblemItem.Source.COMMENT,
            raised_at=NOW,
        )


@played_once
def make_review(
    *counts: dict[str, dict[str, int]],
    settings: dict[str, Any] | None = None,
    is_counted: bool = True,
    written: int = 0,
) -> Review:
    """A counted review with one reporter per set of counts (GOOD and FAIR if none is given); `written` more report
    in writing and are not voted on."""
    institution = make_institution()
    counter = make_actor(institution, "counter")
    cycle = make_cycle(
        institution,
        state=Cycle.State.FROZEN,
        fingerprint="f" * 64,
        frozen_at=NOW,
        frozen_by_id=counter.account_id,
    )
    meeting = make_meeting(cycle, sequence=1, ballot_mode="paper")
    make_voter_class(meeting, "A", 9, order=1, name="党委委员", weight_numerator=3, weight_denominator=5)
    make_voter_class(meeting, "B", 6, order=2, name="书记", weight_numerator=2, weight_denominator=5)
    wanted = counts or (GOOD, FAIR)
    reporters = [make_reporter(meeting, order=place) for place in range(1, len(wanted) + 1)]
    others = [
        make_reporter(meeting, order=len(wanted) + place, mode=Reporter.Mode.WRITTEN, is_voted_on=False)
        for place in range(1, written + 1)
    ]
    with scopes_disabled():
        for key, value in (settings or {}).items():
            CycleSetting.objects.create(
                institution=institution,
                cycle=cycle,
                key=key,
                value=value,
                set_by_id=counter.account_id,
                set_at=NOW,
            )
        if is_counted:
            by_reporter = {row.pk: given for row, given in zip(reporters, wanted, strict=True)}
            make_counted_voting(meeting, by_reporter, actor=counter)
    return Review(
        institution=institution,
        cycle=cycle,
        meeting=meeting,
        reporters=[*reporters, *others],
        clerk=make_actor(institution, "clerk"),
        leader=make_actor(institution, "leader"),
        counter=counter,
        scrutineer=make_actor(institution, "scrutineer"),
    )
