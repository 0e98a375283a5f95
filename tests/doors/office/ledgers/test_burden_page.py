"""减负账单 at the office door: who fills in how much, what for, and what nobody is asked again."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django_scopes import scope

from pingyi.core.clock import PEOPLE_ZONE
from pingyi.ledgers.kit.queries.burden import Filled, burden_of
from pingyi.ledgers.orglife.domain.fields import FIELDS
from pingyi.ledgers.orglife.services import Seat
from tests.doors.office.people import browser_of
from tests.factories.orglife import LedgerWorld, make_activity, make_ledger_world, make_members
from tests.factories.world import make_actor

pytestmark = pytest.mark.django_db
PAGE = "/office/ledgers/burden/"
NOON = datetime(2026, 4, 10, 12, tzinfo=PEOPLE_ZONE)


@pytest.fixture
def world(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[LedgerWorld]:
    clock = tmp_path / "clock"
    clock.write_text(NOON.isoformat())
    monkeypatch.setenv("PINGYI_SCENARIO_CLOCK", str(clock))
    made = make_ledger_world()
    with scope(institution=made.institution):
        yield made


def text(answer: Any) -> str:
    return " ".join(answer.content.decode().split())


def filled(world: LedgerWorld, table: str, name: str, year: int = 2026) -> Filled:
    """One field of the college and its branches."""
    found = burden_of(FIELDS, [world.college.pk, world.first.pk, world.second.pk], year)
    (of,) = (one for one in found.tables if one.table.name == table)
    return next(one for one in of.filled if one.field.name == name)


def test_an_empty_year_says_what_will_be_asked_and_what_to_do_first(world: LedgerWorld) -> None:
    page = text(browser_of(world.clerk).get(PAGE))
    assert "这一年还没有人填过" in page
    assert "记一条组织生活" in page
    assert "主持人" in page, "what is going to be asked stands there from the start"


def test_what_people_filled_in_is_counted_with_its_reader(world: LedgerWorld) -> None:
    make_activity(world, place="学院会议室")
    make_activity(world, topic="又一次", due_count=7, present_count=5)
    page = text(browser_of(world.branch_secretary).get(PAGE))
    assert "人填了" in page
    row = page.split("<td>地点</td>", 1)[1].split("</tr>", 1)[0]
    assert "1 / 2" in row
    assert "这一条的页面" in row
    assert "支部书记、经办人填" in page
    assert "确认的人填" in page.split("<td>退回的理由", 1)[1].split("</td>", 1)[0]
    assert filled(world, "Activity", "due_count").times == 1
    assert filled(world, "Activity", "due_count", 2025).times == 0


def test_numbers_counted_from_a_list_were_not_filled_in_by_anybody(world: LedgerWorld) -> None:
    seats = tuple(Seat(person.pk, is_present=True) for person in world.people)
    make_activity(world, seats=seats)
    assert filled(world, "Activity", "due_count") == Filled(
        filled(world, "Activity", "due_count").field, times=0, by_itself=1
    )
    assert filled(world, "Attendance", "person").times == 3
    page = text(browser_of(world.secretary).get(PAGE))
    assert "点了名单的，从名单数出来" in page


def test_a_roster_counts_in_every_year_and_says_that_it_lasts(world: LedgerWorld) -> None:
    make_members(world)
    assert filled(world, "Member", "admitted_on", 2024).times == 3
    assert "长期有效，不用每年填" in text(browser_of(world.leader).get(PAGE))


def test_what_others_filled_in_is_not_counted_for_a_stranger(world: LedgerWorld) -> None:
    make_activity(world)
    assert "这一年还没有人填过" in text(browser_of(world.stranger).get(PAGE))
    assert "这一年还没有人填过" not in text(browser_of(world.secretary).get(PAGE))
    scrutineer = make_actor(world.institution, "scrutineer")
    assert "减负账单由经办人、领导和单位书记看" in text(browser_of(scrutineer).get(PAGE))


def test_as_many_queries_for_one_record_as_for_three(world: LedgerWorld) -> None:
    browser = browser_of(world.clerk)
    counts = []
    for number in (1, 3):
        for more in range(number):
            make_activity(world, topic=f"第{number}{more}次")
        with CaptureQueriesContext(
            connection,
        ) as asked:
            browser.get(PAGE)
        counts.append(len(asked))
    assert counts[0] == counts[1]
