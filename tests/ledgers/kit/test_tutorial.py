"""The tutorial for a new ledger is run block by block, and what it made works."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.db import connection
from django_scopes import scope

from pingyi.core import jobs
from pingyi.core.clock import now
from pingyi.ledgers.kit.domain.checks import Verdict
from pingyi.ledgers.kit.domain.fields import Consumer, Sort, asked_twice, gaps
from pingyi.ledgers.kit.domain.parameters import Rulebook
from pingyi.ledgers.kit.domain.states import State
from pingyi.ledgers.kit.services import confirm_record, file_record, return_record
from pingyi.ledgers.kit.services.import_records import confirm_workbook, hand_in_workbook, register_import
from tests.factories.orglife import LedgerWorld, make_ledger_world
from tests.factories.workbooks import make_workbook
from tests.ledgers.burden.asking import columns, known, stored
from tests.ledgers.burden.tracing import unread

pytestmark = pytest.mark.django_db
TUTORIAL = Path(__file__).resolve().parents[3] / "docs" / "tutorial" / "new-ledger.md"
DAY = date(2026, 1, 8)


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, Any]]:
    """The names of the tutorial after its last block. Its table and model are gone afterwards."""
    names: dict[str, Any] = {"__name__": "tutorial"}
    monkeypatch.setattr(jobs, "_handlers", dict(jobs._handlers))
    for block in re.findall(r"```python\n(.*?)```", TUTORIAL.read_text(encoding="utf-8"), re.DOTALL):
        exec(compile(block, str(TUTORIAL), "exec"), names)
    try:
        _make_table(names["Request"])
        yield names
    finally:
        del apps.all_models["kit"]["request"]
        apps.clear_cache()


def _make_table(model: Any) -> None:
    """As a migration would, inside the test's transaction."""
    editor = connection.SchemaEditorClass(connection, collect_sql=True)
    editor.deferred_sql = []
    editor.create_model(model)
    with connection.cursor() as cursor:
        for statement in [*editor.collected_sql, *map(str, editor.deferred_sql)]:
            cursor.execute(str(statement))


@pytest.fixture
def world(made: dict[str, Any]) -> Iterator[LedgerWorld]:
    world = make_ledger_world()
    with scope(institution=world.institution):
        yield world


def test_a_record_of_the_new_ledger_is_written_filed_and_confirmed(
    made: dict[str, Any], world: LedgerWorld
) -> None:
    request = made["record_request"](
        actor=world.branch_secretary, now=now(), organisation=world.first, matter="换届请示", happened_on=DAY
    )
    file_record(actor=world.branch_secretary, now=now(), record=request)
    assert confirm_record(actor=world.secretary, now=now(), record=request).state == State.CONFIRMED
    (row,) = made["requests_by_quarter"]([world.first.pk], 2026, DAY + timedelta(days=365)).rows
    assert (row.done, row.due) == (1, 4)


def test_its_rule_speaks_with_the_numbers_of_the_day(made: dict[str, Any]) -> None:
    rulebook = Rulebook(made["PARAMETERS"])
    verdicts = [
        made["answered_in_time"](DAY, DAY + timedelta(days=days), rulebook).verdict for days in (10, 11)
    ]
    assert verdicts == [Verdict.PASS, Verdict.WARN]


def test_its_workbook_is_previewed_written_and_safe_to_repeat(
    made: dict[str, Any], world: LedgerWorld
) -> None:
    register_import(made["REQUESTS_IMPORT"])
    given: dict[str, Any] = {"actor": world.clerk, "now": now(), "ledger": made["REQUESTS_IMPORT"]}
    head = ("单位", "日期", "事项")
    faulty = make_workbook({"请示报告": [head, ("第一党支部", "2026-01-08", "")]})
    preview = hand_in_workbook(**given, name="台账.xlsx", content=faulty)
    assert preview.result is not None
    assert [fault["place"] for fault in preview.result["faults"]] == ["请示报告 第2行 C列（事项）"]
    content = make_workbook({"请示报告": [head, ("第一党支部", "2026-01-08", "换届请示")]})
    preview = hand_in_workbook(**given, name="台账.xlsx", content=content)
    confirm_workbook(**given, preview=preview)
    assert made["Request"].objects.get().organisation == world.first
    again = hand_in_workbook(**given, name="台账.xlsx", content=content)
    assert again.result is not None
    assert again.result["tallies"] == [{"sort": "请示报告", "new": 0, "changed": 0, "same": 1}]


def test_what_it_asks_for_is_declared_once_and_really_read(made: dict[str, Any], world: LedgerWorld) -> None:
    tables = {"Request": made["Request"]}
    declared = made["FIELDS"]
    typed = ["happened_on", "matter", "reason"]
    given: dict[str, Any] = {"columns": columns([made["FORM"]]), "inputs": typed}
    assert gaps(declared, stored=stored(tables), **given) == []
    assert asked_twice([declared], known()) == []
    _returned(made, world)

    def read(consumer: Consumer) -> Iterator[str]:
        if consumer.sort is Sort.PAGE:
            yield str(made["lines_of"](world.first, DAY.year))
        else:
            yield str(made["requests_by_quarter"]([world.first.pk], DAY.year, DAY + timedelta(days=365)))

    assert unread(declared, tables, lambda: read) == []
    forgotten = declared.without("Request", "matter")
    assert "column Request.matter is not declared" in gaps(forgotten, stored=stored(tables), **given)


def _returned(made: dict[str, Any], world: LedgerWorld) -> None:
    request = made["record_request"](
        actor=world.branch_secretary, now=now(), organisation=world.first, matter="换届请示", happened_on=DAY
    )
    file_record(actor=world.branch_secretary, now=now(), record=request)
    return_record(actor=world.secretary, now=now(), record=request, reason="缺附件")
    made["record_request"](
        actor=world.branch_secretary, now=now(), organisation=world.first, matter="设置请示", happened_on=DAY
    )
