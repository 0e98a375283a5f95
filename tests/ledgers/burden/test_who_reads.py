"""Whoever is said to read a field says something else when the field says something else."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from django_scopes import scope

from pingyi.core.clock import PEOPLE_ZONE
from pingyi.ledgers.decisions.domain.fields import FIELDS as DECISIONS
from pingyi.ledgers.kit.domain.fields import Declaration, Field, Filler, Table
from pingyi.ledgers.kit.domain.record_fields import KIT_FIELDS
from pingyi.ledgers.orglife.domain.fields import FIELDS as ORGLIFE
from pingyi.ledgers.orglife.domain.fields import QUORUM, SHOW
from tests.factories.decisions import NOW as DECIDED_AT
from tests.factories.orglife import LedgerWorld
from tests.ledgers.burden import decisions_filled, orglife_filled
from tests.ledgers.burden.asking import models_of
from tests.ledgers.burden.tracing import unread

pytestmark = [pytest.mark.django_db, pytest.mark.walk]
NOON = datetime(2026, 4, 10, 12, tzinfo=PEOPLE_ZONE)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    file = tmp_path / "clock"
    monkeypatch.setenv("PINGYI_SCENARIO_CLOCK", str(file))
    return file


@pytest.fixture
def world(clock: Path) -> Iterator[LedgerWorld]:
    clock.write_text(NOON.isoformat())
    made = orglife_filled.make_filled()
    with scope(institution=made.institution):
        yield made


def test_every_field_of_organisational_life_is_read_by_whom_it_names(world: LedgerWorld) -> None:
    assert unread(ORGLIFE, models_of("orglife"), orglife_filled.readers_of(world)) == []


def test_every_field_of_decisions_is_read_by_whom_it_names(clock: Path, db: None) -> None:
    clock.write_text(DECIDED_AT.isoformat())
    college = decisions_filled.make_filled()
    with scope(institution=college.institution):
        assert unread(DECISIONS, models_of("decisions"), decisions_filled.readers_of(college)) == []


def test_every_number_laid_down_is_read_by_whom_it_names(world: LedgerWorld) -> None:
    assert unread(KIT_FIELDS, models_of("kit"), orglife_filled.readers_of(world)) == []


def test_a_reader_that_does_not_look_is_found_out(world: LedgerWorld) -> None:
    place = Field("place", "地点", "activity.place", (Filler.BRANCH,), (SHOW, QUORUM))
    planted = Declaration("orglife", (Table("Activity", "每次组织生活", (place,), ()),), {})
    assert unread(planted, models_of("orglife"), orglife_filled.readers_of(world)) == [
        "Activity.place: orglife.quorum"
    ]
