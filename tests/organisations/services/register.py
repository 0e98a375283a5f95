"""A register to import: the sheets of a small university, and the short way through preview and writing."""

from datetime import date
from typing import Any

from pingyi.organisations.actor import Actor
from pingyi.organisations.services.apply_import import apply_import, preview_import
from tests.factories.workbooks import Counting, make_workbook
from tests.factories.world import NOW

SHEETS: dict[str, list[list[Any]]] = {
    "组织": [
        ["代码", "名称", "上级", "类型", "单位类别", "双名", "别名", "排序", "成立日期"],
        ["U", "中共示例大学委员会", "", "党委", "学校", "", "校党委", "", ""],
        ["D01", "护理学院党委", "U", "党委", "学院", "", "护院党委", 1, date(2004, 9, 1)],
        ["D02", "第五附属医院党委", "U", "党委", "附属医院", "第五临床医学院党委", "", 2, ""],
        ["", "第一党支部", "护院党委", "党支部", "学院", "", "", "", ""],
    ],
    "人员": [
        ["工号", "姓名", "所在组织"],
        ["0012", "林晓", "D01"],
        ["0013", "沈青", "第五临床医学院党委"],
        ["", "王芳", "中共示例大学委员会/护理学院党委/第一党支部"],
    ],
    "任职": [
        ["工号", "姓名", "组织", "职务", "是否主持工作", "分管", "任职日期", "免职日期", "任期届满"],
        ["0012", "林晓", "D01", "党委书记、院长", "否", "组织、宣传", date(2022, 3, 1), "", "2027.3"],
        ["0013", "", "D02", "党委副书记", "是", "", "2023-05-01", "至今", ""],
        ["", "王芳", "第一党支部", "支部书记", "", "", "2024年1月", "", ""],
    ],
    "组成机构": [
        ["机构", "所属组织", "类型", "成员工号", "成员姓名", "排序", "身份"],
        ["党建工作领导小组", "U", "领导小组", "0012", "林晓", 1, "组长"],
        ["党建工作领导小组", "校党委", "", "0013", "", 2, ""],
    ],
    "代表委员": [
        ["工号", "姓名", "类别", "层级", "第几次"],
        ["0013", "沈青", "党代会代表", "学校", "第二次"],
    ],
}


def workbook(**changes: list[list[Any]]) -> bytes:
    """The sheets above, with some of them replaced."""
    return make_workbook({**SHEETS, **changes})


def run_preview(actor: Actor, content: bytes) -> dict[str, Any]:
    return preview_import(actor=actor, content=content, progress=Counting())


def run_import(actor: Actor, content: bytes, progress: Counting | None = None) -> dict[str, Any]:
    """Previews and writes what the preview showed."""
    preview = run_preview(actor, content)
    assert preview["faults"] == []
    return apply_import(
        actor=actor,
        now=NOW,
        content=content,
        sha256=preview["sha256"],
        fingerprint=preview["fingerprint"],
        progress=progress or Counting(),
    )


def tallies(outcome: dict[str, Any]) -> dict[str, tuple[int, int, int]]:
    return {one["sort"]: (one["new"], one["changed"], one["same"]) for one in outcome["tallies"]}
