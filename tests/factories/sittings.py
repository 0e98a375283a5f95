"""A meeting that is about to begin, for tests. Plans are written as rows; the hall is opened by its own verb."""

from dataclasses import dataclass, field
from typing import Any

from django_scopes import scope, scopes_disabled

from pingyi.organisations.actor import Actor
from pingyi.organisations.models import Institution, Organisation
from pingyi.review.cycles.models import Cycle, CycleSetting, Reporter, ReviewMeeting, VoterClass
from pingyi.review.meetings.models import AgendaItem, Sitting
from pingyi.review.meetings.queries import agenda_of
from pingyi.review.meetings.services import open_sitting
from tests.factories.played_once import played_once
from tests.factories.world import (
    NOW,
    make_actor,
    make_cycle,
    make_institution,
    make_meeting,
    make_organisation,
    make_reporter,
    make_voter_class,
)


@dataclass
class Hall:
    """One frozen review with its meeting, people on site and in writing, two voter classes, and a clerk."""

    institution: Institution
    cycle: Cycle
    meeting: ReviewMeeting
    clerk: Actor
    reporters: list[Reporter]
    written: list[Reporter]
    classes: list[VoterClass]
    sitting: Sitting | None = None
    extra: dict[str, Any] = field(default_factory=dict)

    @property
    def open(self) -> Sitting:
        assert self.sitting is not None
        return self.sitting

    def agenda(self) -> list[AgendaItem]:
        with scope(institution=self.institution):
            return agenda_of(self.open)

    def item(self, kind: str, place: int = 0) -> AgendaItem:
        """The n-th item of a kind."""
        return [item for item in self.agenda() if item.kind == kind][place]

    def order(self) -> str:
        """The agenda in one line: R1 C1 … with + done, * running, - skipped."""
        numbers = {reporter.pk: number for number, reporter in enumerate(self.reporters, start=1)}
        letters = {"report": "R", "comment": "C"}
        signs = {"done": "+", "running": "*", "skipped": "-"}
        return " ".join(
            f"{letters.get(item.kind, item.kind)}{numbers.get(item.reporter_id or 0, '')}{signs.get(item.state, '')}"
            for item in self.agenda()
        )


@played_once
def make_hall(
    *,
    on_site: int = 2,
    written: int = 1,
    voters: int = 3,
    is_open: bool = True,
    settings: dict[str, Any] | None = None,
) -> Hall:
    """A frozen plan with this many reporters and two voter classes of this many voters; opened unless said."""
    institution = make_institution()
    clerk = make_actor(institution, "clerk")
    cycle = make_cycle(
        institution,
        state=Cycle.State.FROZEN,
        fingerprint="f" * 64,
        frozen_at=NOW,
        frozen_by_id=clerk.account_id,
    )
    meeting = make_meeting(cycle)
    with scopes_disabled():
        for key, value in (settings or {}).items():
            CycleSetting.objects.create(
                institution=institution,
                cycle=cycle,
                key=key,
                value=value,
                set_by_id=clerk.account_id,
                set_at=NOW,
            )
    names = ["护理学院党委", "后勤保障部党总支", "信息工程学院党委", "图书馆党总支", "物理学院党委"]
    reporters = [
        make_reporter(meeting, _organisation(cycle, names[place % 5]), order=place + 1)
        for place in range(on_site)
    ]
    others = [
        make_reporter(meeting, mode=Reporter.Mode.WRITTEN, order=on_site + place + 1)
        for place in range(written)
    ]
    classes = [
        make_voter_class(meeting, code, voters, name=name, order=order)
        for order, (code, name) in enumerate([("甲", "校党委委员"), ("乙", "党员教师代表")], start=1)
    ]
    hall = Hall(institution, cycle, meeting, clerk, reporters, others, classes)
    if is_open:
        with scope(institution=institution):
            hall.sitting = open_sitting(actor=clerk, now=NOW, meeting=meeting)
    return hall


def _organisation(cycle: Cycle, name: str) -> Organisation:
    return make_organisation(cycle.institution, name, parent=cycle.convenor)
