"""The daily assessment of a review as a workbook: a sheet of scores, a sheet with every line of the arithmetic."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

from pingyi.documents.domain.dates import official_date
from pingyi.documents.domain.filenames import file_stem
from pingyi.documents.domain.sheets import Kind, Sheet, SheetColumn, Value, Workbook
from pingyi.review.cycles.models import Cycle
from pingyi.review.daily.domain.arithmetic import Line
from pingyi.review.daily.phrases import line_words, points_text, sum_text
from pingyi.review.daily.queries.board import Board, BoardRow

_SCORES = (
    SheetColumn("单位", 30),
    SheetColumn("书记", 10, Kind.WORD),
    SheetColumn("指标", 20),
    SheetColumn("得分合计", 10, Kind.FIGURE),
    SheetColumn("计入的满分", 11, Kind.FIGURE),
    SheetColumn("没有计入的分", 12, Kind.FIGURE),
    SheetColumn("自评核对过", 11, Kind.COUNT),
    SheetColumn("要自评", 8, Kind.COUNT),
    SheetColumn("日常考核分", 11, Kind.FIGURE),
    SheetColumn("精确值", 16, Kind.WORD),
    SheetColumn("评议里的分", 11, Kind.FIGURE),
)
_LINES = (
    SheetColumn("单位", 30),
    SheetColumn("指标", 24),
    SheetColumn("内容", 36),
    SheetColumn("数", 8, Kind.COUNT),
    SheetColumn("总数", 8, Kind.COUNT),
    SheetColumn("算式", 46),
    SheetColumn("得分", 9, Kind.FIGURE),
    SheetColumn("满分", 9, Kind.FIGURE),
    SheetColumn("出处", 40),
)


def board_workbook(board: Board, cycle: Cycle, day: date) -> Workbook:
    """Figures rounded half up to two places; the exact ones are kept in the system."""
    title = f"{cycle.convenor.name}{cycle.year}年度日常考核"
    notes = (
        f"截至{official_date(day)}。日常考核分＝得分合计÷计入的满分×100，四舍五入到两位小数。",
        "指标和分值由本单位定，不是全国规定。没有台账的、没有核对过自评的怎样算，按所用的指标定的办。",
    )
    scores = tuple(_score_row(row) for row in board.rows)
    lines = tuple(_line_row(row, line) for row in board.rows if row.score for line in row.score.sheet.lines)
    sheets = (
        Sheet("日常考核", title, _SCORES, scores, notes=notes, frozen_columns=2),
        Sheet("算式", f"{title}　逐条算式", _LINES, lines, notes=notes[1:], frozen_columns=1),
    )
    return Workbook(file_stem("日常考核", f"{cycle.year}年度"), title, sheets)


def _score_row(row: BoardRow) -> tuple[Value, ...]:
    sheet, exact = (row.score.sheet, row.score.score) if row.score else (None, None)
    chosen = row.reading.indicator_set if row.reading else None
    left_out = sum((one.points for one in sheet.lines if one.is_left_out), Fraction(0)) if sheet else None
    return (
        row.reporter.organisation.name,
        row.reporter.person.name,
        f"{chosen.name}第{chosen.number}版" if chosen else "没有选",
        Decimal(sum_text(sheet).lstrip("≈")) if sheet else None,
        _shown(sheet.base if sheet else None),
        _shown(left_out),
        row.checked,
        row.wanted,
        _shown(exact),
        f"{exact.numerator}/{exact.denominator}" if exact is not None else None,
        _shown(row.mark.mark),
    )


def _line_row(row: BoardRow, line: Line) -> tuple[Value, ...]:
    titles = row.score.row.titles if row.score else {}
    measure = line.indicator.measure
    return (
        row.reporter.organisation.name,
        line.indicator.heading,
        line.indicator.text,
        line.fact.value if line.fact else None,
        line.fact.out_of if line.fact else None,
        str(line_words(line, titles.get(measure, measure))),
        None if line.is_left_out else _shown(line.gained),
        _shown(line.points),
        line.fact.source if line.fact else "自评，经核对" if line.checked else "",
    )


def _shown(value: Fraction | None) -> Decimal | None:
    """Rounded as the pages show it."""
    return None if value is None else Decimal(points_text(value))
