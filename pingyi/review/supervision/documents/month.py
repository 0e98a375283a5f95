"""The calendar of one month as a workbook: what is due, what is to be looked at again, day by day."""

from dataclasses import dataclass
from datetime import date

from pingyi.documents.domain.dates import official_date
from pingyi.documents.domain.filenames import file_stem
from pingyi.documents.domain.sheets import Kind, Sheet, SheetColumn, Workbook

_COLUMNS = (
    SheetColumn("日期", 12, Kind.WORD),
    SheetColumn("是不是工作日", 12, Kind.WORD),
    SheetColumn("事项", 10, Kind.WORD),
    SheetColumn("单位", 22),
    SheetColumn("编号", 12, Kind.WORD),
    SheetColumn("问题", 40),
    SheetColumn("责任领导", 10, Kind.WORD),
    SheetColumn("责任部门", 16),
    SheetColumn("现在", 12, Kind.WORD),
)


@dataclass(frozen=True)
class MonthLine:
    """One thing on one day; `about_day` says whether people work on it, `what` is 到期 or 回头看."""

    day: date
    about_day: str
    what: str
    organisation: str
    number: str
    problem: str
    responsible: str
    department: str
    state: str


@dataclass(frozen=True)
class MonthFacts:
    """`done` and `late` are out of `due`; the lines hold these and what is to be looked at again."""

    review: str
    year: int
    month: int
    as_of: date
    lines: tuple[MonthLine, ...]
    due: int
    done: int
    late: int


def month_workbook(facts: MonthFacts) -> Workbook:
    """One sheet; a month without anything says so."""
    name = f"{facts.year}年{facts.month}月"
    title = f"{facts.review}整改日历（{name}）"
    said = (
        f"到期{facts.due}项，其中已销号{facts.done} / {facts.due}，过了期限{facts.late} / {facts.due}。"
        if facts.due
        else "这个月没有到期的任务。"
    )
    return Workbook(
        file_stem("整改日历", name),
        title,
        (
            Sheet(
                name=name,
                title=title,
                columns=_COLUMNS,
                rows=tuple(_row(line) for line in facts.lines),
                notes=(f"截至{official_date(facts.as_of)}。{said}往年没有销号的也在内。",),
                frozen_columns=1,
            ),
        ),
    )


def _row(line: MonthLine) -> tuple[str | date, ...]:
    return (
        line.day,
        line.about_day,
        line.what,
        line.organisation,
        line.number,
        line.problem,
        line.responsible,
        line.department,
        line.state,
    )
