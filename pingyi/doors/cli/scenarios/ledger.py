"""The workbook of organisational life that a clerk would import: small, made up, enough to count."""

from collections.abc import Iterator
from datetime import date

from pingyi.core.sheets.writing import write_book
from pingyi.doors.cli.scenarios.people import Cast
from pingyi.ledgers.orglife.domain.sheets import ACTIVITIES

DIRECT = "直属党支部"
# One branch in so many leaves one month in four out.
LEAVES_OUT = 3


def ledger_workbook(cast: Cast) -> bytes:
    """What the branches held in the year of the review."""
    return write_book((ACTIVITIES,), {ACTIVITIES.name: _rows(cast)})


def _rows(cast: Cast) -> Iterator[dict[str, object]]:
    year = cast.scenario.year
    for place, (unit, code) in enumerate(cast.codes.items()):
        is_direct = unit.kind == DIRECT
        left_out = range(2, 13, 4) if place % LEAVES_OUT == 0 else range(0)
        for branch in [code] if is_direct else [f"{code}01", f"{code}02"]:
            for month in range(1, 13):
                if month not in left_out:
                    yield _row(branch, "支委会", "研究本月工作", date(year, month, 6 + place % 20))
        first = code if is_direct else f"{code}01"
        for month in (3, 6, 9, 12):
            yield _row(first, "党员大会", "通报支委会工作", date(year, month, 5 + place % 20))
        for month in (4, 10):
            yield _row(first, "党课", "书记讲党课", date(year, month, 5 + place % 20))


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
