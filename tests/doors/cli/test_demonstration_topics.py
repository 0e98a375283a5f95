"""The topics of the demonstration can be imported into its register, and one unit has decided for a while."""

from collections import Counter
from datetime import timedelta
from typing import Any

import pytest
from django_scopes import scope

from pingyi.core.clock import now, today
from pingyi.doors.cli.demonstration.deciding import Deciding, decide
from pingyi.doors.cli.demonstration.topics import PROPOSED, UNITS, deciding_unit, topics_workbook
from pingyi.doors.cli.scenarios import SCENARIOS
from pingyi.doors.cli.scenarios.people import Cast, make_cast
from pingyi.doors.cli.scenarios.register import register_workbook
from pingyi.ledgers.decisions.domain.alarms import Alarm
from pingyi.ledgers.decisions.domain.life import State
from pingyi.ledgers.decisions.models import DecisionMeeting, MeetingRecord, Topic
from pingyi.ledgers.decisions.queries.agenda import meeting_sheet
from pingyi.ledgers.decisions.queries.board import alarms_of
from pingyi.ledgers.decisions.services.import_topics import DECISIONS_IMPORT
from pingyi.ledgers.kit.services.import_records import confirm_workbook, hand_in_workbook
from pingyi.organisations.actor import Actor
from pingyi.organisations.models import Organisation, Person
from pingyi.organisations.services.apply_import import apply_import, preview_import
from tests.factories.workbooks import Counting
from tests.factories.world import make_actor, make_institution

pytestmark = pytest.mark.django_db


def registered() -> tuple[Cast, Actor]:
    cast, clerk = make_cast(SCENARIOS["seed-b"], 60, 7), make_actor(make_institution(), "clerk")
    register = register_workbook(cast)
    with scope(institution=clerk.institution):
        told = preview_import(actor=clerk, content=register, progress=Counting())
        apply_import(
            actor=clerk,
            now=now(),
            content=register,
            sha256=told["sha256"],
            fingerprint=told["fingerprint"],
            progress=Counting(),
        )
    return cast, clerk


def test_every_topic_finds_its_unit_and_its_leader() -> None:
    cast, clerk = registered()
    with scope(institution=clerk.institution):
        given: dict[str, Any] = {"actor": clerk, "now": now(), "ledger": DECISIONS_IMPORT}
        preview = hand_in_workbook(**given, name="议题.xlsx", content=topics_workbook(cast))
        assert preview.result is not None, "small enough to be done while the browser waits"
        assert preview.result["faults"] == []
        confirm_workbook(**given, preview=preview)
        assert Topic.objects.count() == UNITS * len(PROPOSED)


def test_one_unit_has_topics_in_every_state_a_proof_that_fails_and_both_alarms() -> None:
    cast, clerk = registered()
    unit, moment = deciding_unit(cast.scenario), now()
    with scope(institution=clerk.institution):
        organisation = Organisation.objects.get(name=unit.name)
        secretary = Person.objects.get(staff_number=cast.secretaries[unit].number)
        checker = make_actor(clerk.institution, "clerk")
        decide(Deciding.begun(clerk, checker, organisation, secretary, moment))
        states = Counter(Topic.objects.values_list("state", flat=True))
        assert set(states) == {one.value for one in State} - {State.DRAFT}, "drafts come by the import"
        alarms = Counter(alarms_of(Topic.objects.all(), today(moment)).values())
        assert alarms == {Alarm.UNDECIDED: 1, Alarm.UNDONE: 2}
        coming = DecisionMeeting.objects.get(begun_at__isnull=True)
        assert today(coming.held_at) == today(moment) + timedelta(days=3)
        proof = meeting_sheet(coming).proof()
        assert proof.repair is not None
        assert proof.repair.ask
        assert not proof.repair.move
        assert sorted(MeetingRecord.objects.values_list("state", flat=True)) == [
            "confirmed",
            "draft",
            "filed",
        ]
