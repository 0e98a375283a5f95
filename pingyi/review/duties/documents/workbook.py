"""The lists of a year, or one of them, as a workbook: a sheet of duties and a sheet of projects."""

from collections.abc import Sequence
from datetime import date

from pingyi.documents.domain.dates import official_date
from pingyi.documents.domain.filenames import file_stem
from pingyi.documents.domain.sheets import Kind, Sheet, SheetColumn, Value, Workbook
from pingyi.review.duties.documents.cells import responsible_of, state_of
from pingyi.review.duties.documents.titles import name_of
from pingyi.review.duties.domain.entries import Part
from pingyi.review.duties.phrases import STAGES, STRANDS
from pingyi.review.duties.queries.readings import Entry, ListReading

_WHOSE = (SheetColumn("单位", 24), SheetColumn("谁的清单", 30), SheetColumn("方面", 10, Kind.WORD))
_WHO_WHEN = (SheetColumn("责任人", 10, Kind.WORD), SheetColumn("期限", 12, Kind.WORD))
_TASKS = (
    SheetColumn("整改任务", 10, Kind.COUNT),
    SheetColumn("已销号", 10, Kind.COUNT),
    SheetColumn("逾期", 8, Kind.COUNT),
)
_DUTIES = (*_WHOSE, SheetColumn("责任事项", 48), *_WHO_WHEN, SheetColumn("情况", 30), *_TASKS)
_PROJECTS = (
    *_WHOSE,
    SheetColumn("项目", 48),
    *_WHO_WHEN,
    *(SheetColumn(str(word), 8, Kind.WORD) for word in STAGES.values()),
    SheetColumn("情况", 30),
    *_TASKS,
)


def lists_workbook(readings: Sequence[ListReading], issuer: str, year: int, day: date) -> Workbook:
    """`issuer` and `year` stand in the titles; entries that were dropped are left out."""
    title = f"{issuer}{year}年度责任清单"
    notes = (f"截至{official_date(day)}。撤下的条目没有列。",)
    sheets = (
        Sheet("责任事项", title, _DUTIES, _rows(readings, Part.DUTY), notes=notes, frozen_columns=2),
        Sheet("年度项目", title, _PROJECTS, _rows(readings, Part.PROJECT), notes=notes, frozen_columns=2),
    )
    return Workbook(file_stem("责任清单", issuer), title, sheets)


def _rows(readings: Sequence[ListReading], part: Part) -> tuple[tuple[Value, ...], ...]:
    return tuple(
        _row(reading, entry) for reading in readings for entry in reading.standing if entry.item.part == part
    )


def _row(reading: ListReading, entry: Entry) -> tuple[Value, ...]:
    item, duty_list = entry.item, reading.duty_list
    stages = ["完成" if entry.stage >= stage else "" for stage in STAGES] if item.part == Part.PROJECT else []
    return (
        duty_list.organisation.name,
        name_of(duty_list),
        str(STRANDS[item.strand]),
        item.text,
        responsible_of(entry),
        item.due_on,
        *stages,
        state_of(entry),
        entry.tasks.total,
        entry.tasks.closed,
        entry.tasks.late,
    )
