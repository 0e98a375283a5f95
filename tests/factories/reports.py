"""A frozen review whose secretaries write their reports, with problems that last year left open. For tests."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django_scopes import scope, scopes_disabled

from pingyi.accounts.models import Account
from pingyi.organisations.actor import Actor
from pingyi.organisations.models import Institution, Organisation, Person
from pingyi.organisations.queries import actor_of_account
from pingyi.review.cycles.models import Cycle, CycleSetting, Reporter, ReviewMeeting
from pingyi.review.dutyreports.domain.outline import stored_outline
from pingyi.review.dutyreports.domain.outline_samples import SAMPLES
from pingyi.review.dutyreports.models import DutyReport
from pingyi.review.dutyreports.queries import find_report, read_report
from pingyi.review.dutyreports.services import accept_report, begin_report, hand_in_report
from pingyi.review.rectification.models import ProblemItem
from tests.factories.played_once import played_once
from tests.factories.world import (
    NOW,
    make_actor,
    make_cycle,
    make_institution,
    make_meeting,
    make_organisation,
    make_reporter,
)

DUE = NOW - timedelta(days=8)
IN_TIME = NOW - timedelta(days=9)


@dataclass
class ReportWorld:
    """One frozen cycle with a deadline, its reporters, its clerk, and the cycle of the year before."""

    institution: Institution
    clerk: Actor
    cycle: Cycle
    meeting: ReviewMeeting
    last_year: Cycle
    reporters: list[Reporter]
    problems: list[ProblemItem] = field(default_factory=list)

    def secretary(self, place: int = 0) -> Actor:
        """The one who reports, signed in with an account of her own. The same account every time."""
        reporter = self.reporters[place]
        with scopes_disabled():
            person = Person.objects.select_related("account").get(pk=reporter.person_id)
            if person.account is None:
                actor = make_actor(self.institution, "secretary", organisation=reporter.organisation)
                person.account = Account.objects.get(pk=actor.account_id)
                person.save(update_fields=["account"])
            found = actor_of_account(person.account, self.institution.pk)
        assert found is not None
        return found

    def begin(self, place: int = 0) -> DutyReport:
        with scope(institution=self.institution):
            return begin_report(actor=self.secretary(place), now=IN_TIME, reporter=self.reporters[place])

    def hand_in(self, place: int = 0, now: datetime = IN_TIME, **changes: Any) -> DutyReport:
        """Writes something everywhere and hands the report in."""
        report = self.now(self.begin(place))
        with scope(institution=self.institution):
            reading = read_report(report)
            return hand_in_report(
                actor=self.secretary(place),
                now=now,
                report=report,
                seen_version=report.version,
                **{
                    "texts": {one.sequence: f"第{one.sequence}节写了这些。" for one in reading.sections},
                    "answers": {line.problem.pk: "已经改好。" for line in reading.answers},
                    **changes,
                },
            )

    def accept(self, place: int = 0) -> DutyReport:
        report = self.hand_in(place)
        with scope(institution=self.institution):
            return accept_report(actor=self.clerk, now=IN_TIME, report=report)

    def now(self, report: DutyReport) -> DutyReport:
        """The report as it stands in the database."""
        with scope(institution=self.institution):
            return find_report(report.pk)

    def leave_open(self, place: int = 0, **fields: Any) -> ProblemItem:
        """One more problem of last year that is still open."""
        return make_problem(self.last_year, self.reporters[place].organisation, **fields)

    def archive(self) -> None:
        with scopes_disabled():
            Cycle.objects.filter(pk=self.cycle.pk).update(state=Cycle.State.ARCHIVED)


@played_once
def make_report_world(
    *, reporters: int = 1, problems: int = 1, settings: dict[str, Any] | None = None, **fields: Any
) -> ReportWorld:
    """A frozen cycle whose colleges report in five points, with so many reporters, each with so many problems left
    open; `fields` are those of the cycle."""
    institution = make_institution()
    clerk = make_actor(institution, "clerk")
    frozen = {
        "state": Cycle.State.FROZEN,
        "fingerprint": "f" * 64,
        "frozen_at": NOW - timedelta(days=40),
        "frozen_by_id": clerk.account_id,
    }
    cycle = make_cycle(institution, **{"reports_due_at": DUE, **frozen, **fields})
    last_year = make_cycle(
        institution, cycle.convenor, year=cycle.year - 1, name=f"{cycle.year - 1}年度述职评议", **frozen
    )
    wanted = {"report_outline_college": stored_outline(SAMPLES["five_in_place"].sections), **(settings or {})}
    with scopes_disabled():
        for key, value in wanted.items():
            CycleSetting.objects.create(
                institution=institution,
                cycle=cycle,
                key=key,
                value=value,
                set_by_id=clerk.account_id,
                set_at=NOW,
            )
    meeting = make_meeting(cycle)
    names = ["护理学院党委", "信息工程学院党委", "第五附属医院党委"]
    rows = [
        make_reporter(
            meeting,
            make_organisation(institution, names[place % 3], parent=cycle.convenor),
            order=place + 1,
            mode=Reporter.Mode.ON_SITE if place == 0 else Reporter.Mode.WRITTEN,
        )
        for place in range(reporters)
    ]
    world = ReportWorld(institution, clerk, cycle, meeting, last_year, rows)
    world.problems = [world.leave_open(place) for place in range(reporters) for _ in range(problems)]
    return world


def closed_fields(world: ReportWorld) -> dict[str, Any]:
    """What a problem needs to be closed: claimed by one person, closed out by another."""
    return {
        "state": ProblemItem.State.CLOSED,
        "answered_by_id": make_actor(world.institution, "leader").account_id,
        "answered_at": NOW,
        "closed_by_id": world.clerk.account_id,
        "closed_at": NOW,
    }


def make_problem(cycle: Cycle, organisation: Organisation, **fields: Any) -> ProblemItem:
    with scopes_disabled():
        number = ProblemItem.objects.filter(cycle=cycle).count() + 1
        return ProblemItem.objects.create(
            **{
                "institution": cycle.institution,
                "cycle": cycle,
                "organisation": organisation,
                "number": number,
                "text": f"支部生活不经常{number}",
                "source": ProblemItem.Source.COMMENT,
                "raised_at": NOW - timedelta(days=360),
                **fields,
            }
        )
