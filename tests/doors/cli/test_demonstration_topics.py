"""The topics of the demonstration can be imported into the register of the demonstration."""

from typing import Any

import pytest
from django_scopes import scope

from pingyi.core.clock import now
from pingyi.doors.cli.demonstration.topics import PROPOSED, UNITS, topics_workbook
from pingyi.doors.cli.scenarios import SCENARIOS
from pingyi.doors.cli.scenarios.people import make_cast
from pingyi.doors.cli.scenarios.register import register_workbook
from pingyi.ledgers.decisions.models import Topic
from pingyi.ledgers.decisions.services.import_topics import DECISIONS_IMPORT
from pingyi.ledgers.kit.services.import_records import confirm_workbook, hand_in_workbook
from pingyi.organisations.services.apply_import import apply_import, preview_import
from tests.factories.workbooks import Counting
from tests.factories.world import make_actor, make_institution


@pytest.mark.django_db
def test_every_topic_finds_its_unit_and_its_leader() -> None:
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
        given: dict[str, Any] = {"actor": clerk, "now": now(), "ledger": DECISIONS_IMPORT}
        preview = hand_in_workbook(**given, name="议题.xlsx", content=topics_workbook(cast))
        assert preview.result is not None, "small enough to be done while the browser waits"
        assert preview.result["faults"] == []
        confirm_workbook(**given, preview=preview)
        assert Topic.objects.count() == UNITS * len(PROPOSED)
