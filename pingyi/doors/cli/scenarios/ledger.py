"""The workbook of organisational life that a clerk would import: small, made up, enough to count."""

from collections.abc import Iterator
from datetime import date

from pingyi.core.sheets.writing import write_book
from pingyi.doors.cli.scenarios.people import Cast
from pingyi.ledgers.orglife.domain.sheets import ACTIVITIES

DIRECT = "直属党支部"
# One branch in so many leaves one month in four out.
LEAVES_OUT = 3
COMMITTEE, THEME_DAY = "支委会", "主题党日"
EVERY_MONTH, EVERY_QUARTER = range(1, 13), range(3, 13, 3)
# What a branch holds, what about, in which months. The second branch of a unit holds its theme days with the first.
HELD = (
    (COMMITTEE, "研究本月工作", EVERY_MONTH),
    (THEME_DAY, "到社区志愿服务", EVERY_MONTH),
    ("党员大会", "通报支委会工作", EVERY_QUARTER),
    ("党课", "书记讲党课", EVERY_QUARTER),
    ("谈心谈话", "支委之间谈心", range(6, 7)),
    ("组织生活会", "对照检查", range(12, 13)),
    ("民主评议党员", "评议党员", range(12, 13)),
)


def ledger_workbook(cast: Cast) -> bytes:
    """What the branches held in the year of the review."""
    return write_book((ACTIVITIES,), {ACTIVITIES.name: _rows(cast)})


def _rows(cast: Cast) -> Iterator[dict[str, object]]:
    year = cast.scenario.year
    for place, (unit, code) in enumerate(cast.codes.items()):
        is_direct = unit.kind == DIRECT
        left_out = range(2, 13, 4) if place % LEAVES_OUT == 0 else range(0)
        branches = [code] if is_direct else [f"{code}01", f"{code}02"]
        for number, branch in enumerate(branches):
            for kind, topic, months in HELD:
                for month in months:
                    if (number == 0 or kind != THEME_DAY) and not (kind == COMMITTEE and month in left_out):
                        yield _row(branch, kind, topic, date(year, month, 3 + place % 20))
        for month in () if is_direct else (3, 9):
            yield _row(code, "党支部书记工作例会", "布置党建工作", date(year, month, 3 + place % 20))


def _row(branch: str, kind: str, topic: str, day: date) -> dict[str, object]:
    return {
        "organisation": branch,
        "kind": kind,
        "happened_on": day,
        "topic": topic,
        "place": "党员活动室",
        "due_count": 7,
        "present_count": 6,
    }
