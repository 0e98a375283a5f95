"""A review whose daily part is being assessed: two secretaries of colleges, one of a direct branch, two clerks."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from django_scopes import scope, scopes_disabled

from pingyi.organisations.actor import Actor
from pingyi.organisations.domain.facts import Fact, Span
from pingyi.organisations.models import Institution, Organisation
from pingyi.review.cycles.models import Cycle, CycleSetting, Reporter
from pingyi.review.daily.domain.indicators import Gap, Indicator, Rule
from pingyi.review.daily.domain.ledgers import Stated
from pingyi.review.daily.models import DailyIndicator, DailyScore, IndicatorSet, SelfAssessment
from pingyi.review.daily.services import (
    OwnFile,
    SetFields,
    calculate_daily,
    check_assessment,
    choose_sets,
    hand_over_daily,
    make_set,
    put_in_force,
    save_assessment,
)
from tests.factories.world import (
    NOW,
    make_actor,
    make_cycle,
    make_institution,
    make_meeting,
    make_organisation,
    make_reporter,
)

YEAR = Span(date(2025, 1, 1), date(2025, 12, 31))
COMMITTEE, TALKS = "orglife.committee.done", "orglife.talk.done"
# Who states committee meetings kept the ledger; problems are the system's own list.
KEPT_BY = {
    COMMITTEE: COMMITTEE,
    TALKS: COMMITTEE,
    "problems.closed": None,
    "decisions.overdue": "decisions.decided",
}
MEASURES = frozenset(KEPT_BY)
TITLES = {COMMITTEE: "支委会", TALKS: "谈心谈话", "problems.closed": "问题销号"}
PHOTO = OwnFile("合影.png", b"\x89PNG\r\n\x1a\nshown", "会上的照片")
FIELDS = SetFields(("committee", "direct_branch"), "", Gap.LEAVE_OUT, Gap.ZERO)


def ledger_row(points: int = 10, measure: str = COMMITTEE, rule: Rule = Rule.SHARE, **more: Any) -> Indicator:
    return Indicator("制度执行", f"{measure}按时", Fraction(points), measure=measure, rule=rule, **more)


def own_row(points: int = 10, text: str = "有成效") -> Indicator:
    return Indicator("推动发展", text, claimed=Fraction(points), number=2)


def fact(organisation: Organisation | int, value: int, out_of: int | None, measure: str = COMMITTEE) -> Fact:
    number = organisation if isinstance(organisation, int) else organisation.pk
    return Fact(YEAR, number, measure, value, "组织生活台账", out_of=out_of)


def said(facts: Sequence[Fact]) -> Stated:
    """What the ledgers state, as the doors hand it over."""
    return Stated(YEAR, facts, TITLES, KEPT_BY)


@dataclass
class Daily:
    institution: Institution
    cycle: Cycle
    reporters: list[Reporter]
    clerk: Actor
    other_clerk: Actor
    leader: Actor
    counter: Actor
    secretary: Actor

    @property
    def reporter(self) -> Reporter:
        return self.reporters[0]

    def make(
        self, rows: Sequence[Indicator] | None = None, name: str = "五个到位", **fields: Any
    ) -> IndicatorSet:
        with scope(institution=self.institution):
            return make_set(
                **{
                    "actor": self.clerk,
                    "now": NOW,
                    "name": name,
                    "fields": FIELDS,
                    "rows": [ledger_row(), own_row()] if rows is None else rows,
                    "measures": MEASURES,
                    **fields,
                }
            )

    def in_force(self, rows: Sequence[Indicator] | None = None, **fields: Any) -> IndicatorSet:
        row = self.make(rows, **fields)
        with scope(institution=self.institution):
            return put_in_force(actor=self.clerk, now=NOW, indicator_set=row, measures=MEASURES)

    def chosen(self, rows: Sequence[Indicator] | None = None, **fields: Any) -> IndicatorSet:
        """A set in force by which both kinds go."""
        row = self.in_force(rows, **fields)
        with scope(institution=self.institution):
            choose_sets(
                actor=self.clerk, now=NOW, cycle=self.cycle, chosen={"committee": row, "direct_branch": row}
            )
        return row

    def indicator(self, text: str = "有成效") -> DailyIndicator:
        with scope(institution=self.institution):
            found: DailyIndicator = DailyIndicator.objects.filter(text=text).latest("pk")
            return found

    def assess(self, points: str = "8", **more: Any) -> SelfAssessment:
        with scope(institution=self.institution):
            return save_assessment(
                **{
                    "actor": self.secretary,
                    "now": NOW,
                    "reporter": self.reporter,
                    "indicator": more["indicator"] if "indicator" in more else self.indicator(),
                    "asked": Fraction(points),
                    "words": "党建带动了学科评估。",
                    "file": PHOTO,
                    "is_handed_in": True,
                    **more,
                }
            )

    def check(self, row: SelfAssessment, points: str = "8", **more: Any) -> SelfAssessment:
        with scope(institution=self.institution):
            return check_assessment(
                **{"actor": self.clerk, "now": NOW, "assessment": row, "found": Fraction(points), **more}
            )

    def _facts(self) -> list[Fact]:
        return [fact(one.organisation, 158, 168) for one in self.reporters]

    def calculate(self, facts: Sequence[Fact] | None = None, actor: Actor | None = None) -> int:
        """With 158 of 168 committee meetings for everybody, unless other facts are given."""
        known = self._facts() if facts is None else facts
        with scope(institution=self.institution):
            return calculate_daily(actor=actor or self.clerk, now=NOW, cycle=self.cycle, stated=said(known))

    def hand_over(
        self, actor: Actor | None = None, facts: Sequence[Fact] | None = None, *, is_sure: bool = False
    ) -> int:
        """With the facts of `calculate`, unless others are given."""
        known = self._facts() if facts is None else facts
        with scope(institution=self.institution):
            return hand_over_daily(
                actor=actor or self.leader, now=NOW, cycle=self.cycle, stated=said(known), is_sure=is_sure
            )

    def scores(self) -> list[DailyScore]:
        with scope(institution=self.institution):
            return list(DailyScore.objects.order_by("reporter_id", "sequence"))

    def give_weight(self) -> None:
        """测评 70 %, 日常 30 %."""
        with scopes_disabled():
            for key, value in (("composite_ballot", "7/10"), ("composite_daily", "3/10")):
                CycleSetting.objects.create(
                    institution=self.institution,
                    cycle=self.cycle,
                    key=key,
                    value=value,
                    set_by_id=self.clerk.account_id,
                    set_at=NOW,
                )


def make_daily(units: int = 2) -> Daily:
    """`units` colleges and one direct branch on the roster; `secretary` is the first college's."""
    institution = make_institution()
    cycle = make_cycle(institution)
    meeting = make_meeting(cycle)
    reporters = [
        make_reporter(meeting, make_organisation(institution, f"第{place}学院党委", parent=cycle.convenor))
        for place in range(1, units + 1)
    ]
    branch = make_organisation(
        institution, "图书馆直属党支部", parent=cycle.convenor, kind=Organisation.Kind.DIRECT_BRANCH
    )
    reporters.append(make_reporter(meeting, branch))
    return Daily(
        institution,
        cycle,
        reporters,
        make_actor(institution, "clerk"),
        make_actor(institution, "clerk"),
        make_actor(institution, "leader"),
        make_actor(institution, "counter"),
        make_actor(institution, "secretary", organisation=reporters[0].organisation),
    )
