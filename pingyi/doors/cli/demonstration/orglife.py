"""A year of organisational life for the demonstration, as a clerk brings it in from the paper ledgers: one workbook."""

from collections.abc import Iterator
from datetime import date
from itertools import islice

from pingyi.core.clock import today
from pingyi.core.sheets.writing import write_book
from pingyi.doors.cli.rehearsal.play import Play
from pingyi.doors.cli.scenarios.people import Cast
from pingyi.ledgers.orglife.domain.sheets import ACTIVITIES

UNITS, BRANCHES = 6, 2
# Every so many meetings one was not held, so that the matrix has something to ask for.
MISSED_EVERY = 9
HELD = (("支委会", "研究本月工作", 1), ("主题党日", "到社区志愿服务", 1), ("党员大会", "通报支委会工作", 3))
IMPORT = "/office/ledgers/orglife/import/"


def bring_in_orglife(play: Play) -> None:
    """What the branches of the first units held in the year under review and since; all of it is labelled as late."""
    clerk = play.as_("clerk")
    preview = clerk.upload(IMPORT, "组织生活.xlsx", orglife_workbook(play.cast))
    clerk.send(preview.find(r'action="(/office/ledgers/orglife/import/\d+/confirm/)"'))


def orglife_workbook(cast: Cast) -> bytes:
    """The workbook: nothing that the day of the review had not seen."""
    return write_book((ACTIVITIES,), {ACTIVITIES.name: _rows(cast)})


def _rows(cast: Cast) -> Iterator[dict[str, object]]:
    scenario, number = cast.scenario, 0
    with_branches = (code for unit, code in cast.codes.items() if unit.kind != "直属党支部")
    for code in islice(with_branches, UNITS):
        for branch in range(1, BRANCHES + 1):
            for month in range(1, 13):
                for kind, topic, every in HELD:
                    number += 1
                    if month % every == 0 and number % MISSED_EVERY:
                        day = date(scenario.year, month, 5 + number % 20)
                        if day < today(scenario.held_at):
                            yield _row(f"{code}{branch:02}", kind, topic, day)


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
