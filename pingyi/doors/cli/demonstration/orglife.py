"""Organisational life for the demonstration, as a clerk brings it in from the paper ledgers: one workbook.

Every unit has its own ways: how much it leaves out this year and last, which branch had a bad spell, how often its
secretary gave a class. Who speaks has the year before too, so that there is something to compare with.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from random import Random
from typing import cast as typed

from pingyi.core.clock import today
from pingyi.core.sheets.writing import write_book
from pingyi.doors.cli.demonstration.members import (
    BRANCHES,
    attendance,
    birthday_months,
    members_of,
    roster_rows,
)
from pingyi.doors.cli.rehearsal.play import Play
from pingyi.doors.cli.scenarios.people import Cast, Person
from pingyi.doors.cli.scenarios.scenario import Unit
from pingyi.ledgers.orglife.domain.sheets import ACTIVITIES, MEMBERS

DIRECT = "直属党支部"
# What branches hold, what about, every how many months.
HELD = (
    ("支委会", "研究本月工作", 1),
    ("主题党日", "到社区志愿服务", 1),
    ("党员大会", "通报支委会工作", 3),
    ("党课", "学习党章党规", 3),
)
MOST_LEFT_OUT, SPELL = 30, range(2, 6)  # of a hundred; months in a row
CLASSES, SECRETARIES = range(1, 5), range(4, 11)
IMPORT = "/office/ledgers/orglife/import/"
SEED = 11
LATE_EVERY = 6
NUMBERS = ("due_count", "present_count")
# Of those with a roster, hours are counted.
TRAINED = ("集中培训", "学习党章和新修订的条例", ((3, 5, 7, 9), (3, 6, 9)))
FORGOTTEN = range(4, 13, 4)


def bring_in_orglife(play: Play) -> None:
    """What the branches held up to now: most was written down within its week, the rest comes from the paper ledgers
    now and is labelled as late.
    """
    clerk, now = play.as_("clerk"), today(play.server.clock.moment)
    # Imported late: Django knows the data folder only once the server runs.
    from pingyi.doors.cli.demonstration.in_time import write_in_time

    write_in_time(play, orglife_workbook(play.cast, now, is_late=False))
    shown = clerk.upload(IMPORT, "组织生活.xlsx", orglife_workbook(play.cast, now, is_late=True))
    preview = clerk.wait_for(shown.address, "看过没有问题")
    confirmed = clerk.post(preview.find(r'action="(/office/ledgers/orglife/import/\d+/confirm/)"'))
    clerk.wait_for(confirmed.address, "导入好了")


def orglife_workbook(cast: Cast, until: date, *, is_late: bool) -> bytes:
    """One part of what was held, as a workbook: nothing that has not happened before this day. The roster comes with
    what is late.
    """
    rows = (row for row in _rows(cast, until) if _is_late(row) is is_late)
    if not is_late:
        return write_book((ACTIVITIES,), {ACTIVITIES.name: rows})
    return write_book((MEMBERS, ACTIVITIES), {MEMBERS.name: roster_rows(cast), ACTIVITIES.name: rows})


def _is_late(row: dict[str, object]) -> bool:
    """On some days nobody got round to it."""
    return typed("date", row["happened_on"]).day % LATE_EVERY == 0


@dataclass(frozen=True)
class _Ways:
    """How one unit was in one year. In the months of `spell` the committee of its first branch did not meet."""

    left_out: int
    spell: range
    classes: int
    secretaries: int


def _rows(cast: Cast, until: date) -> Iterator[dict[str, object]]:
    year, members = cast.scenario.year, members_of(cast)
    for unit, code in cast.codes.items():
        random = Random(f"{SEED}{code}{unit.name}")  # noqa: S311 (a made-up ledger)
        for each in (year - 1, year) if unit.is_on_site else (year,):
            ways = _ways(random)
            for row in _of_unit(unit, code, cast, each, ways, random):
                if row["happened_on"] < until:  # type: ignore[operator]
                    yield _with_names(row, members)


def _with_names(row: dict[str, object], members: dict[str, list[Person]]) -> dict[str, object]:
    """Where there is a roster, who came instead of how many."""
    of_branch = members.get(typed("str", row["organisation"]))
    if not of_branch:
        return row
    return {**row, **dict.fromkeys(NUMBERS), **attendance(of_branch, typed("date", row["happened_on"]))}


def _ways(random: Random) -> _Ways:
    start = random.randint(1, 8)
    return _Ways(
        random.randint(0, MOST_LEFT_OUT),
        range(start, start + random.choice(SPELL)) if random.random() < 1 / 3 else range(0),
        random.choice(CLASSES),
        random.choice(SECRETARIES),
    )


def _of_unit(
    unit: Unit, code: str, cast: Cast, year: int, ways: _Ways, random: Random
) -> Iterator[dict[str, object]]:
    secretary, first = cast.secretaries[unit], cast.scenario.on_site[0]
    is_direct = unit.kind == DIRECT
    branches = [code] if is_direct else [f"{code}{number:02}" for number in range(1, BRANCHES + 1)]
    for place, branch in enumerate(branches):
        for kind, topic, every in HELD:
            for month in range(every, 13, every):
                in_spell = not place and kind == HELD[0][0] and month in ways.spell
                day = date(year, month, 5 + random.randint(0, 19))
                if not in_spell and random.randint(1, 100) > ways.left_out:
                    yield _row(branch, kind, topic, day)
    for number in range(ways.classes):
        day = date(year, 2 + 2 * number, 3 + random.randint(0, 19))
        yield {**_row(branches[0], "党课", "书记讲党课", day), "lecturer": secretary.number}
    if unit is first:
        yield from _of_members(cast, year)
    for number in range(0 if is_direct else ways.secretaries):
        yield _row(code, "党支部书记工作例会", "布置本月党建工作", date(year, 1 + number, 4))


def _of_members(cast: Cast, year: int) -> Iterator[dict[str, object]]:
    """What only a roster makes countable: days of training, political birthdays but for a few that were forgotten."""
    kind, topic, days = TRAINED
    for (branch, members), months in zip(members_of(cast).items(), days, strict=True):
        for month in months:
            yield {**_row(branch, kind, topic, date(year, month, 11)), "length": "全天"}
        for month in birthday_months(cast, members, year):
            if month not in FORGOTTEN:
                yield _row(branch, "政治生日", "谈入党初心", date(year, month, 28))


def _row(branch: str, kind: str, topic: str, day: date) -> dict[str, object]:
    return {
        "organisation": branch,
        "kind": kind,
        "happened_on": day,
        "topic": topic,
        "place": "党员活动室",
        "due_count": 7,
        "present_count": 7 - day.day % 3,
    }
