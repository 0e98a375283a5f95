"""How long ledgers take with three years of organisational life: 34 organisations × 15 branches × 36 months.

The matrix pages are asked for at the office door (signed in, drawn as HTML) and as the bare matrices of all kinds, all
branches and all months; the import takes 20,000 rows with lists of names through preview and writing. The peer of the
matrix is the bare SQL for the same rows through one cursor, that of the import is openpyxl reading every cell, both in
the same run. Each figure is taken by the clock and as processor time: on a busy machine only the latter says something.
Promised by the clock: each page and the bare matrix of one kind 300 ms (medians), preview and writing together 30 s.
"""

import json
import os
import random
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from io import BytesIO
from typing import Any

ORGANISATIONS, BRANCHES, YEARS, PEOPLE = 34, 15, (2023, 2024, 2025), 9
# One month in twenty is missed; most of what was held was written down within a week.
SEED, MISSED, WRITTEN_AFTER = 20251121, 0.05, (0, 0, 1, 1, 2, 3, 5, 6, 9, 30)
ROWS, ROUNDS = 20_000, 9
MATRIX_MS, IMPORT_SECONDS = 300, 30
ONE_KIND, ALL_KINDS = "one kind × 510 branches × 36 months", "all ten kinds of them"
CLOCK, PROCESSOR = "clock", "processor"
Times = dict[str, float]


def bench(as_json: bool = False) -> dict[str, object]:
    """Fills a data folder of its own, draws and imports, prints the figures and gives them back."""
    with tempfile.TemporaryDirectory(prefix="pingyi-bench-") as folder:
        os.environ["PINGYI_DATA"] = folder
        os.environ.pop("DATABASE_URL", None)
        figures = _measure(_set_up())
    print(json.dumps(figures, ensure_ascii=False) if as_json else _in_lines(figures))
    return figures


def _set_up() -> dict[str, Any]:
    """A migrated database with everything that was held in three years, and the clerk."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pingyi.config.settings")
    django.setup()
    from django.conf import settings
    from django.core.management import call_command
    from django.db import transaction
    from django_scopes import scopes_disabled

    settings.ALLOWED_HOSTS = ["*"]
    call_command("migrate", verbosity=0)
    from tests.factories.world import make_actor, make_institution

    institution = make_institution()
    clerk = make_actor(institution, "clerk")
    with scopes_disabled(), transaction.atomic():
        seconds, branches = _organisations(institution)
        records = _records(institution, clerk, branches)
    return {"clerk": clerk, "seconds": seconds, "branches": branches, "records": records}


def _organisations(institution: Any) -> tuple[list[Any], list[Any]]:
    from pingyi.ledgers.orglife.models import Member
    from pingyi.organisations.models import Person
    from tests.factories.world import make_organisation

    root = make_organisation(institution, "学校党委")
    seconds = [
        make_organisation(institution, f"第{n}学院党委", parent=root, order=n + 1)
        for n in range(ORGANISATIONS)
    ]
    branches = [
        make_organisation(
            institution, f"第{n}支部", parent=second, kind="branch", code=f"B{second.pk}-{n}", order=n + 1
        )
        for second in seconds
        for n in range(BRANCHES)
    ]
    people = Person.objects.bulk_create(
        Person(institution=institution, name=f"林晓{n}", organisation=branch)
        for branch in branches
        for n in range(PEOPLE)
    )
    Member.objects.bulk_create(
        Member(
            institution=institution,
            person=person,
            admitted_on=date(2000 + n % 20, 1 + n % 12, 1 + n % 28),
            full_on=date(2001 + n % 20, 1 + n % 12, 1 + n % 28),
            group=f"第{n % 2}小组",
        )
        for n, person in enumerate(people)
    )
    return seconds, branches


def _records(institution: Any, clerk: Any, branches: list[Any]) -> int:
    """Committee meeting and theme Party day of every month, members' meeting and class of every quarter."""
    from pingyi.ledgers.orglife.models import Activity

    chance = random.Random(SEED)  # noqa: S311 (made-up days, the same every time)
    rows = [
        Activity(
            institution=institution,
            organisation=branch,
            kind=kind,
            topic="学习和讨论",
            happened_on=day,
            recorded_at=f"{recorded}T10:00:00+08:00",
            recorded_on=recorded,
            recorded_by_id=clerk.account_id,
            state="filed",
            due_count=9,
            present_count=8,
        )
        for branch in branches
        for year in YEARS
        for month in range(1, 13)
        if chance.random() > MISSED
        for kind in (
            "committee",
            "theme_day",
            *(("members_meeting", "party_class") if month % 3 == 0 else ()),
        )
        for day in [date(year, month, chance.randint(1, 28))]
        for recorded in [day + timedelta(days=chance.choice(WRITTEN_AFTER))]
    ]
    Activity.objects.bulk_create(rows, batch_size=2000)
    return len(rows)


def _measure(made: dict[str, Any]) -> dict[str, object]:
    from pingyi.ledgers.orglife.domain.kinds import BRANCH_KINDS, Kind
    from tests.doors.office.people import browser_of

    browser = browser_of(made["clerk"])
    second = made["seconds"][0].pk
    pages = {
        "overview of 34 units": f"/office/orglife/?year={YEARS[-1]}",
        "matrix of 15 branches": f"/office/orglife/{second}/?year={YEARS[-1]}&kind=committee",
        "check of 15 branches": f"/office/orglife/{second}/check/?year={YEARS[-1]}",
    }
    times = {name: _median(partial(_drawn, browser, path)) for name, path in pages.items()}
    times[ONE_KIND] = _median(lambda: _whole_matrix(made, (Kind.COMMITTEE,)))
    slowest = max(one[CLOCK] for one in times.values())
    times[ALL_KINDS] = _median(lambda: _whole_matrix(made, BRANCH_KINDS))
    times["bare SQL of the rows of one kind"] = _median(_bare_sql)
    seconds = _import(made)
    together = seconds["preview"][CLOCK] + seconds["write"][CLOCK]
    return {
        "counts": {"branches": len(made["branches"]), "records": made["records"], "imported rows": ROWS},
        "milliseconds (median)": times,
        "seconds": seconds,
        "good": slowest < MATRIX_MS and together < IMPORT_SECONDS,
    }


def _drawn(browser: Any, path: str) -> None:
    answer = browser.get(path)
    if answer.status_code != 200:
        raise RuntimeError(f"{path}: {answer.status_code}")


def _whole_matrix(made: dict[str, Any], kinds: tuple[Any, ...]) -> None:
    """What the issue names: every branch, every month of three years; with the rosters that decide what is due."""
    from django_scopes import scope

    from pingyi.ledgers.orglife.queries.basis import load_basis
    from pingyi.ledgers.orglife.queries.matrix import matrices_of

    with scope(institution=made["clerk"].institution):
        basis = load_basis(made["branches"])
        found = matrices_of(kinds, made["branches"], YEARS, basis=basis, today=date(2026, 1, 1))
        cells = sum(len(row.cells) for matrix in found.values() for row in matrix.rows)
        periods = sum(len(matrix.periods) for matrix in found.values())
        if cells != periods * len(made["branches"]) or len(found[kinds[0]].periods) != 36:
            raise RuntimeError("the matrix is not what is promised")


def _bare_sql() -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT organisation_id, happened_on, recorded_on FROM orglife_activity WHERE kind = 'committee'"
        )
        cursor.fetchall()


def _import(made: dict[str, Any]) -> dict[str, Times]:
    from django_scopes import scope

    from pingyi.core.clock import now
    from pingyi.core.sheets.writing import write_book
    from pingyi.ledgers.kit.services.import_records import confirm_workbook, hand_in_workbook
    from pingyi.ledgers.orglife.domain.sheets import ORGLIFE_FORMS
    from pingyi.ledgers.orglife.services.imports import ORGLIFE_IMPORT

    content = write_book(ORGLIFE_FORMS, {"组织生活": _lines(made["branches"])})
    given = {"actor": made["clerk"], "now": now(), "ledger": ORGLIFE_IMPORT}
    seconds: dict[str, Times] = {}
    with scope(institution=made["clerk"].institution):
        seconds["openpyxl reads cells"], _ = _timed(lambda: _read_plainly(content))
        seconds["preview"], preview = _timed(
            lambda: _done(hand_in_workbook(**given, name="台账.xlsx", content=content))
        )
        seconds["write"], _ = _timed(lambda: _done(confirm_workbook(**given, preview=preview)))
        seconds["preview again"], again = _timed(
            lambda: _done(hand_in_workbook(**given, name="台账.xlsx", content=content))
        )
    if again.result["tallies"] != [{"sort": "组织生活", "new": 0, "changed": 0, "same": ROWS}]:
        raise RuntimeError(f"not safe to repeat: {again.result['tallies']}")
    return {name: _rounded(times, 1, 2) for name, times in seconds.items()}


def _lines(branches: list[Any]) -> list[dict[str, Any]]:
    """Rows of years before, so that none meets what is there; every row lists who was there and who was not."""
    return [
        {
            "organisation": branches[n % len(branches)].code,
            "kind": "主题党日",
            "happened_on": date(2015, 1, 1) + timedelta(days=n // len(branches) * 30),
            "topic": f"第{n}次",
            "attended": "林晓0、林晓1、林晓2",
            "absent": "林晓3（出差）",
            "length": "半天",
        }
        for n in range(ROWS)
    ]


def _done(job: Any) -> Any:
    """The job when its work is done: here, as the worker would do it."""
    from pingyi.core import jobs

    jobs.run_waiting()
    while job.state in ("waiting", "running"):
        time.sleep(0.05)
        job.refresh_from_db()
    if job.state != "done" or job.result.get("faults_total"):
        raise RuntimeError(f"{job.state}: {job.message} {(job.result or {}).get('faults', [])[:3]}")
    return job


def _read_plainly(content: bytes) -> int:
    from openpyxl import load_workbook

    book = load_workbook(BytesIO(content), read_only=True)
    return sum(1 for sheet in book.worksheets for row in sheet.iter_rows(values_only=True) for _ in row)


def _median(work: Callable[[], Any]) -> Times:
    work()
    times = [_timed(work)[0] for _ in range(ROUNDS)]
    return _rounded({sort: statistics.median(one[sort] for one in times) for sort in times[0]}, 1000, 1)


def _timed(work: Callable[[], Any]) -> tuple[Times, Any]:
    """Seconds by the clock, and those in which this process was at work."""
    clock, processor = time.perf_counter(), time.process_time()
    result = work()
    return {CLOCK: time.perf_counter() - clock, PROCESSOR: time.process_time() - processor}, result


def _rounded(times: Times, times_what: int, digits: int) -> Times:
    return {sort: round(value * times_what, digits) for sort, value in times.items()}


def _in_lines(figures: dict[str, Any]) -> str:
    lines = []
    for heading, values in figures.items():
        if not isinstance(values, dict):
            lines.append(f"{heading}: {values}")
            continue
        lines.append(heading)
        for name, value in values.items():
            told = (
                "   ".join(f"{sort} {time}" for sort, time in value.items())
                if isinstance(value, dict)
                else value
            )
            lines.append(f"  {name:<38}{told}")
    return "\n".join(lines)
