"""Rows of a workbook against what the ledger holds."""

from collections.abc import Hashable
from datetime import date
from typing import Any

from pingyi.core.sheets.cell import Cell
from pingyi.core.sheets.columns import Column, SheetForm
from pingyi.core.sheets.fault import FaultList
from pingyi.core.sheets.table import Row
from pingyi.ledgers.kit.domain.importing import Draft, Plan, Stored, Tally, compare, required

FORM = SheetForm("活动", "", (Column("topic", "主题"), Column("people", "名单"), Column("day", "日期")))


def row(number: int, faults: FaultList) -> Row:
    return Row(FORM, number, {"topic": Cell(number, "A", "x", "s")}, {"topic": "A"}, faults)


def draft(number: int, identity: str, faults: FaultList, **values: Any) -> Draft:
    return Draft(row(number, faults), identity, identity, 1, values)


def test_new_changed_and_same_are_told_apart() -> None:
    faults, plan = FaultList(), Plan()
    stored: dict[Hashable, Stored] = {
        "b": Stored(2, {"topic": "旧", "people": ()}),
        "c": Stored(3, {"topic": "同", "people": ("林",)}, is_fixed=True),
    }
    drafts = [
        draft(2, "a", faults, topic="新"),
        draft(3, "b", faults, topic="改", people=("林", "陈")),
        draft(4, "c", faults, topic="同", people=("林",)),
    ]
    compare("活动", drafts, stored, plan)
    assert plan.tallies == [Tally("活动", new=1, changed=1, same=1)]
    new, changed = plan.lines
    assert (new.stored_id, changed.stored_id) == (None, 2)
    assert [(one.title, one.before, one.after) for one in changed.changes] == [
        ("主题", "旧", "改"),
        ("名单", "空", "林、陈"),
    ]
    assert new.as_json() == {"sheet": "活动", "row": 2, "name": "a", "is_new": True, "changes": []}
    assert not faults


def test_what_is_fixed_is_not_changed_by_a_workbook() -> None:
    faults, plan = FaultList(), Plan()
    compare("活动", [draft(2, "a", faults, topic="改")], {"a": Stored(1, {"topic": ""}, is_fixed=True)}, plan)
    assert [fault.row for fault in faults.kept] == [2]
    assert plan.lines == []


def test_two_rows_of_one_record_are_a_fault_at_the_second() -> None:
    faults, plan = FaultList(), Plan()
    compare("活动", [draft(2, "a", faults), draft(5, "a", faults)], {}, plan)
    (fault,) = faults.kept
    assert (fault.row, fault.message) == (5, "和第2行是同一条")


def test_the_fingerprint_follows_what_would_be_written() -> None:
    def fingerprint(**values: Any) -> str:
        plan = Plan()
        compare("活动", [draft(2, "a", FaultList(), **values)], {}, plan)
        return plan.fingerprint

    assert fingerprint(day=date(2025, 1, 1)) == fingerprint(day=date(2025, 1, 1))
    assert fingerprint(day=date(2025, 1, 1)) != fingerprint(day=date(2025, 1, 2))


def test_a_sheet_without_rows_says_nothing() -> None:
    plan = Plan()
    compare("活动", [], {}, plan)
    assert plan.tallies == []


def test_what_must_be_there_is_named_once() -> None:
    faults = FaultList()
    one = row(2, faults)
    one.fault("day", "不是日期", "改")
    assert not required(one, [("topic", ""), ("day", None), ("people", "林")])
    assert [(fault.title, fault.message) for fault in faults.kept] == [
        ("日期", "不是日期"),
        ("主题", "没有写主题"),
    ]
