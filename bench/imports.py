"""How long an import of 5,000 rows takes: preview and writing, first and again, against plainly reading the file.

The peer is openpyxl reading every cell of the same workbook in the same run; the promise is 10 seconds for each
of preview and writing on two cores.
"""

import json
import os
import tempfile
import time
from collections.abc import Callable
from io import BytesIO
from typing import Any

ORGANISATIONS, PEOPLE, POSTS = 450, 2350, 2200
PROMISED_SECONDS = 10
NUMERALS = "一二三四五六七八九十"


def bench(as_json: bool = False) -> dict[str, object]:
    """Imports the register into an own data folder, prints the figures and gives them back."""
    with tempfile.TemporaryDirectory(prefix="pingyi-bench-") as folder:
        os.environ["PINGYI_DATA"] = folder
        os.environ.pop("DATABASE_URL", None)
        figures = _measure(_set_up())
    print(json.dumps(figures, ensure_ascii=False) if as_json else _in_lines(figures))
    return figures


def _set_up() -> Any:
    """A migrated database with one institution and its clerk."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pingyi.config.settings")
    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    from tests.factories.world import make_actor, make_institution

    return make_actor(make_institution(), "clerk")


def _measure(clerk: Any) -> dict[str, object]:
    from django_scopes import scope

    from pingyi.core.sheets.writing import write_book
    from pingyi.organisations.domain.imports.forms import REGISTER_FORMS
    from pingyi.organisations.queries.register import export_lines, load_known
    from pingyi.organisations.services.apply_import import apply_import, preview_import
    from tests.factories.workbooks import Counting
    from tests.factories.world import NOW

    content = write_book(REGISTER_FORMS, _lines())
    seconds: dict[str, float] = {}
    with scope(institution=clerk.institution):
        seconds["openpyxl_reads_cells"], _ = _timed(lambda: _read_plainly(content))

        def preview() -> dict[str, Any]:
            return preview_import(actor=clerk, content=content, progress=Counting())

        seconds["preview"], outcome = _timed(preview)
        rest = {"sha256": outcome["sha256"], "fingerprint": outcome["fingerprint"], "progress": Counting()}
        seconds["write"], _ = _timed(lambda: apply_import(actor=clerk, now=NOW, content=content, **rest))
        seconds["preview_again"], again = _timed(preview)
        seconds["export"], _ = _timed(lambda: write_book(REGISTER_FORMS, export_lines(load_known())))
    peer = seconds["openpyxl_reads_cells"]
    changes_again = sum(tally["new"] + tally["changed"] for tally in again["tallies"])
    return {
        "rows": {"rows": outcome["rows"], "bytes": len(content), "changes_again": changes_again},
        "seconds": {name: round(value, 2) for name, value in seconds.items()},
        "ratios": {
            f"{name} / openpyxl": round(value / peer, 2)
            for name, value in seconds.items()
            if name != "openpyxl_reads_cells"
        },
        "good": max(seconds["preview"], seconds["write"]) < PROMISED_SECONDS and changes_again == 0,
    }


def _lines() -> dict[str, list[dict[str, Any]]]:
    """A made-up university: a root, colleges with ten branches each, people and their posts."""
    colleges = ORGANISATIONS // 11
    organisations: list[dict[str, Any]] = [
        {"code": "U", "name": "学校党委", "kind": "党委", "unit_kind": "学校"}
    ]
    for college in range(colleges):
        code = f"D{college:03}"
        organisations.append({"code": code, "name": f"第{college}学院党委", "parent": "U", "kind": "党委"})
        organisations += [
            {"name": f"第{sign}党支部", "parent": f"学校党委/第{college}学院党委", "kind": "党支部"}
            for sign in NUMERALS
        ]
    people = [
        {"staff_number": f"{n:06}", "name": f"林晓{n % 900}", "organisation": f"D{n % colleges:03}"}
        for n in range(PEOPLE)
    ]
    posts = [
        {
            "staff_number": f"{n:06}",
            "organisation": f"D{n % colleges:03}",
            "title_text": "党委书记、院长" if n < colleges else "党委委员",
            "portfolio": "组织、宣传",
            "started_on": "2022.3",
        }
        for n in range(POSTS)
    ]
    return {"组织": organisations, "人员": people, "任职": posts}


def _read_plainly(content: bytes) -> int:
    from openpyxl import load_workbook

    book = load_workbook(BytesIO(content), read_only=True)
    return sum(1 for sheet in book.worksheets for row in sheet.iter_rows(values_only=True) for _ in row)


def _timed(work: Callable[[], Any]) -> tuple[float, Any]:
    began = time.perf_counter()
    result = work()
    return time.perf_counter() - began, result


def _in_lines(figures: dict[str, object]) -> str:
    lines = []
    for heading, values in figures.items():
        if isinstance(values, dict):
            lines.append(heading)
            lines += [f"  {name:<28}{value}" for name, value in values.items()]
        else:
            lines.append(f"{heading}: {values}")
    return "\n".join(lines)
