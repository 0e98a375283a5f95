"""The made-up people of the review, and the workbooks in which the clerk brings them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from openpyxl import load_workbook

CONVENOR = "中共示例大学委员会"
NURSING, HOSPITAL, LIBRARY = "护理学院党委", "附属医院党委", "图书馆直属党支部"
COMMITTEE_CLASS, MEMBERS_CLASS = "党委委员", "书记和党员代表"


@dataclass(frozen=True)
class Somebody:
    number: str
    name: str
    at: str


FIRST = Somebody("1001", "周明远", CONVENOR)
PRESIDENT = Somebody("1002", "顾清和", CONVENOR)
COMMITTEE = (
    FIRST,
    PRESIDENT,
    Somebody("1003", "沈若水", CONVENOR),
    Somebody("1004", "陆长庚", CONVENOR),
    Somebody("1005", "温如玉", CONVENOR),
    Somebody("1006", "程守拙", CONVENOR),
)
SECRETARIES = (
    Somebody("2001", "叶知秋", NURSING),
    Somebody("2002", "韩立群", HOSPITAL),
    Somebody("2003", "莫如山", LIBRARY),
)
MEMBERS = (
    Somebody("3001", "白露", NURSING),
    Somebody("3002", "江北望", HOSPITAL),
    Somebody("3003", "方圆", LIBRARY),
)
VOTERS = (*COMMITTEE, *SECRETARIES, *MEMBERS)
CLERK = ("9001", "林经办")
SCRUTINEER = ("9002", "秦监票")
COUNTER = ("9003", "许计票")

Row = Mapping[str, str | int]


def fill_register(template: Path) -> None:
    """The downloaded template, filled in as a clerk would: by the headings that stand in it."""
    organisations: list[Row] = [
        {"代码": "D00", "名称": CONVENOR, "类型": "党委", "单位类别": "学校"},
        {"代码": "D01", "名称": NURSING, "上级": CONVENOR, "类型": "党委", "单位类别": "学院", "排序": 1},
        {
            "代码": "D02",
            "名称": HOSPITAL,
            "上级": CONVENOR,
            "类型": "党委",
            "单位类别": "附属医院",
            "排序": 2,
        },
        {
            "代码": "D03",
            "名称": LIBRARY,
            "上级": CONVENOR,
            "类型": "直属党支部",
            "单位类别": "其他",
            "排序": 3,
        },
    ]
    posts = [
        *(_post(one, "党委书记" if one.at != LIBRARY else "直属党支部书记") for one in SECRETARIES),
        _post(FIRST, "党委书记"),
        _post(PRESIDENT, "党委副书记、校长"),
    ]
    _fill(
        template,
        {
            "组织": organisations,
            "人员": [{"工号": one.number, "姓名": one.name, "所在组织": one.at} for one in VOTERS],
            "任职": posts,
            "组成机构": [
                {
                    "机构": "党委",
                    "所属组织": CONVENOR,
                    "类型": "党委",
                    "成员工号": one.number,
                    "成员姓名": one.name,
                }
                for one in COMMITTEE
            ],
        },
    )


def fill_list(template: Path) -> None:
    """The list of the second class: every secretary, and a member of each organisation."""
    _fill(template, {"名单": [{"工号": one.number, "姓名": one.name} for one in (*SECRETARIES, *MEMBERS)]})


def _post(one: Somebody, title: str) -> Row:
    return {
        "工号": one.number,
        "姓名": one.name,
        "组织": one.at,
        "职务": title,
        "任职日期": "2021-09-01",
    }


def _fill(template: Path, sheets: Mapping[str, Iterable[Row]]) -> None:
    book = load_workbook(template)
    for name, rows in sheets.items():
        sheet = book[name]
        places = {cell.value: place for place, cell in enumerate(sheet[1], start=1)}
        for line, row in enumerate(rows, start=2):
            for heading, value in row.items():
                sheet.cell(line, places[heading]).value = value
    book.save(template)
    book.close()
