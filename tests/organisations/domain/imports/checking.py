"""One call from sheets to the outcome of the checks, and a small register to check against."""

from datetime import date
from typing import Any

from pingyi.core.sheets.fault import FaultList
from pingyi.core.sheets.opening import open_book
from pingyi.organisations.domain.imports.check import CheckedImport, check_tables, read_tables
from pingyi.organisations.domain.imports.known import (
    Known,
    KnownBody,
    KnownDelegate,
    KnownMember,
    KnownOrganisation,
    KnownPerson,
    KnownPost,
)
from tests.factories.workbooks import make_workbook

ORG = ["代码", "名称", "上级", "类型"]
PEOPLE = ["工号", "姓名", "所在组织"]
POSTS = ["工号", "姓名", "组织", "职务", "任职日期", "免职日期"]


def check(sheets: dict[str, list[list[Any]]], known: Known | None = None) -> CheckedImport:
    faults, remarks = FaultList(), list[str]()
    tables = read_tables(open_book(make_workbook(sheets)), faults, remarks, lambda: None)
    return check_tables(tables, known or Known(), faults, remarks, lambda: None)


def told(outcome: CheckedImport) -> list[tuple[str, str]]:
    return [(fault.place, fault.message) for fault in outcome.faults.kept]


def remedies(outcome: CheckedImport) -> list[str]:
    return [fault.remedy for fault in outcome.faults.kept]


def counts(outcome: CheckedImport) -> dict[str, tuple[int, int, int]]:
    """New, changed, same, by sort. There must be no faults."""
    assert told(outcome) == []
    return {tally.sort: (tally.new, tally.changed, tally.same) for tally in outcome.plan.tallies}


def changes(outcome: CheckedImport) -> dict[str, dict[str, tuple[str, str]]]:
    """Before and after of each changed field, by the name of the entry."""
    assert told(outcome) == []
    return {
        line.name: {change.title: (change.before, change.after) for change in line.changes}
        for line in outcome.plan.lines
        if not line.is_new
    }


def organisation(
    number: int, name: str, parent: KnownOrganisation | None = None, **fields: Any
) -> KnownOrganisation:
    defaults: dict[str, Any] = {
        "code": "",
        "kind": "committee",
        "unit_kind": "other",
        "order": 0,
        "founded_on": None,
        "dissolved_on": None,
    }
    path = f"{parent.path}/{name}" if parent else name
    return KnownOrganisation(
        number, parent.id if parent else None, name=name, path=path, **{**defaults, **fields}
    )


ROOT = organisation(1, "中共示例大学委员会", code="U", unit_kind="university")
NURSING = organisation(2, "护理学院党委", ROOT, code="D01", unit_kind="college", aliases=("护院党委",))
LAW = organisation(3, "法学院党总支", ROOT, code="D02", kind="general_branch", unit_kind="college")
HOSPITAL = organisation(
    4, "第五附属医院党委", ROOT, unit_kind="affiliated_hospital", dual_names=("第五临床医学院党委",)
)
FIRST = organisation(5, "第一党支部", NURSING, kind="branch")
FIRST_OF_LAW = organisation(6, "第一党支部", LAW, kind="branch")
OLD = organisation(7, "老校区党总支", ROOT, kind="general_branch", dissolved_on=date(2020, 1, 1))

LIN = KnownPerson(1, "林晓", "0012", 2)
SHEN = KnownPerson(2, "沈青", "0013", 3)
FANG_NURSING = KnownPerson(3, "王芳", "", 2)
FANG_LAW = KnownPerson(4, "王芳", "0020", 3)

SECRETARY = KnownPost(1, 1, 2, "secretary", "党委书记", False, "", date(2022, 3, 1), None, None)


def register(**more: Any) -> Known:
    known = Known(
        organisations=[ROOT, NURSING, LAW, HOSPITAL, FIRST, FIRST_OF_LAW, OLD],
        people=[LIN, SHEN, FANG_NURSING, FANG_LAW],
        posts=[SECRETARY],
        bodies=[KnownBody(1, 1, "党建工作领导小组", "leading_group")],
        members=[KnownMember(1, 1, 1, "组长", 1)],
        delegates=[KnownDelegate(1, 2, "party_congress", "学校", 2)],
    )
    for name, value in more.items():
        setattr(known, name, value)
    return known
