"""Workbooks as people make them, and as people should not make them."""

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from openpyxl import Workbook

Rows = Sequence[Sequence[Any]]


def make_workbook(sheets: Mapping[str, Rows], spoil: Callable[[Workbook], None] | None = None) -> bytes:
    """A workbook with these sheets, the first row of each being the headings. `spoil` may do more to it."""
    workbook = Workbook()
    workbook.remove(workbook["Sheet"])
    for name, rows in sheets.items():
        sheet = workbook.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    if spoil is not None:
        spoil(workbook)
    buffer = io.BytesIO()
    workbook.save(buffer)
    return buffer.getvalue()


def with_part(content: bytes, name: str, part: bytes) -> bytes:
    """The same package with one part replaced or added."""
    source = zipfile.ZipFile(io.BytesIO(content))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
        for entry in source.infolist():
            if entry.filename != name:
                target.writestr(entry.filename, source.read(entry))
        target.writestr(name, part)
    return buffer.getvalue()


def part_of(content: bytes, name: str) -> bytes:
    return zipfile.ZipFile(io.BytesIO(content)).read(name)


class Counting:
    """A progress that only counts; it can be told to stop at a step or before the writing."""

    def __init__(self, stop_at: int = 0, stop_with: Exception | None = None) -> None:
        self.steps = 0
        self.total = 0
        self.messages: list[str] = []
        self.result: dict[str, Any] | None = None
        self.stop_at = stop_at
        self.stop_with = stop_with

    def expect(self, total: int) -> None:
        self.total = total

    def step(self) -> None:
        self.steps += 1
        if self.stop_with is not None and self.steps == self.stop_at:
            raise self.stop_with

    def report(self, message: str = "") -> None:
        self.messages.append(message)

    def finish(self, result: dict[str, Any]) -> None:
        self.result = result
