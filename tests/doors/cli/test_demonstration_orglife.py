"""The organisational life of the demonstration can be imported into the register of the demonstration."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django_scopes import scope

from pingyi.core import jobs
from pingyi.core.clock import PEOPLE_ZONE, now
from pingyi.doors.cli.demonstration.in_time import write_by_week
from pingyi.doors.cli.demonstration.members import BRANCHES, enrol_members, members_of
from pingyi.doors.cli.demonstration.orglife import orglife_workbook
from pingyi.doors.cli.scenarios import SCENARIOS
from pingyi.doors.cli.scenarios.people import make_cast
from pingyi.doors.cli.scenarios.register import register_workbook
from pingyi.ledgers.kit.services.import_records import confirm_workbook, hand_in_workbook
from pingyi.ledgers.orglife.models import Activity, Member
from pingyi.ledgers.orglife.services.imports import ORGLIFE_IMPORT
from pingyi.organisations.services.apply_import import apply_import, preview_import
from tests.factories.workbooks import Counting
from tests.factories.world import make_actor, make_institution


@pytest.mark.django_db
def test_every_row_finds_its_branch_and_is_written_at_once() -> None:
    cast, clerk = make_cast(SCENARIOS["seed-b"], 60, 7), make_actor(make_institution(), "clerk")
    enrol_members(cast)
    members = members_of(cast)
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
        given: dict[str, Any] = {"actor": clerk, "now": now(), "ledger": ORGLIFE_IMPORT}
        until = datetime(cast.scenario.year, 11, 30, 9, tzinfo=PEOPLE_ZONE)
        in_time = write_by_week(clerk, until, orglife_workbook(cast, until.date(), is_late=False))
        assert in_time > 1_500
        delays = {row.recorded_on - row.happened_on for row in Activity.objects.all()}
        assert max(delays) <= timedelta(days=7), "nothing of it is labelled as late"
        content = orglife_workbook(cast, until.date(), is_late=True)
        preview = hand_in_workbook(**given, name="组织生活.xlsx", content=content)
        jobs.run(preview.pk)
        preview.refresh_from_db()
        assert preview.result is not None
        assert preview.result["faults"] == []
        written = confirm_workbook(**given, preview=preview)
        jobs.run(written.pk)
        branches = Activity.objects.exclude(kind="secretaries").values("organisation").distinct().count()
        direct = sum(unit.kind == "直属党支部" for unit in cast.codes)
        assert branches == direct + (len(cast.codes) - direct) * BRANCHES
        late = Activity.objects.count() - in_time
        assert late == preview.result["new_total"] - Member.objects.count() > 200
        enrolled = {person.number for branch in members.values() for person in branch}
        assert set(Member.objects.values_list("person__staff_number", flat=True)) == enrolled
        listed = Activity.objects.filter(organisation__code__in=members)
        assert listed.filter(kind="training").exists()
        assert not listed.filter(attendances=None).exists(), "whoever has a roster has lists of names"
        assert not Activity.objects.exclude(organisation__code__in=members).exclude(attendances=None).exists()
