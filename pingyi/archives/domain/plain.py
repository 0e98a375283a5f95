"""Values of rows as they stand in open formats: JSON as it is, CSV for reading in any program."""

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from pingyi.archives.domain.table import Table
from pingyi.core.clock import PEOPLE_ZONE

# A spreadsheet would take what begins so for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def plain(value: Any) -> Any:
    """A value that JSON can hold; times as the clock in the hall showed them, with the zone."""
    if isinstance(value, datetime):
        return value.astimezone(PEOPLE_ZONE).isoformat(timespec="seconds")
    return value.isoformat() if isinstance(value, date) else value


def as_json(table: Table, rows: Sequence[Mapping[str, Any]]) -> bytes:
    """The table with its title, one row to a line, so that two packages can be compared with any tool."""
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    head = f'"table": {json.dumps(table.name)}, "title": {json.dumps(table.title, ensure_ascii=False)}'
    return f'{{{head}, "rows": [\n{lines}\n]}}\n'.encode(errors="backslashreplace")


def as_csv(table: Table, rows: Iterable[Mapping[str, Any]]) -> bytes:
    """UTF-8 with a mark that spreadsheets look for; commas, quotes and lines as RFC 4180 says."""
    target = io.StringIO()
    writer = csv.writer(target)
    names = [column.name for column in table.columns]
    writer.writerow(names)
    for row in rows:
        writer.writerow([_cell(row[name]) for name in names])
    return b"\xef\xbb\xbf" + target.getvalue().encode(errors="backslashreplace")


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False)
    text = str(value)
    return f"'{text}" if isinstance(value, str) and text.startswith(_FORMULA) else text
