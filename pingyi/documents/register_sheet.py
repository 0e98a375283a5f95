"""发文登记簿 as a workbook."""

from collections.abc import Sequence

from pingyi.core.clock import today
from pingyi.documents.domain.filenames import file_stem
from pingyi.documents.domain.sheets import Kind, Sheet, SheetColumn, Workbook
from pingyi.documents.models import SeriesYear
from pingyi.documents.queries.register import Entry

_COLUMNS = (
    SheetColumn("文号", 24),
    SheetColumn("标题", 56),
    SheetColumn("成文日期", 13, Kind.COUNT),
    SheetColumn("登记人", 12, Kind.WORD),
    SheetColumn("登记日期", 13, Kind.COUNT),
    SheetColumn("作废原因", 30),
)


def register_sheet(
    institution: str, year: int, entries: Sequence[Entry], starts: Sequence[SeriesYear]
) -> Workbook:
    """The register of one year, void numbers with their reason."""
    title = f"{institution}{year}年发文登记簿"
    rows = tuple(
        (
            entry.text,
            entry.row.title,
            entry.row.issued_on,
            entry.row.taken_by.display_name,
            today(entry.row.taken_at),
            entry.void_reason,
        )
        for entry in entries
    )
    notes = tuple(
        f"{one.series.code}：1至{one.started_after}号在系统启用前用过（{one.start_reason}）。"
        for one in starts
    )
    sheet = Sheet(f"{year}年", title, _COLUMNS, rows, notes=notes)
    return Workbook(file_stem("发文登记簿", str(year)), title, (sheet,))
