"""The sheet on which it is noted who got which numbered copy."""

from pingyi.documents.domain.filenames import file_stem
from pingyi.documents.domain.sheets import Kind, Sheet, SheetColumn, Workbook
from pingyi.documents.queries.register import text_of
from pingyi.review.papers.domain.copies import Run
from pingyi.review.papers.models import NumberedCopies

_COLUMNS = (
    SheetColumn("份号", 10, Kind.WORD),
    SheetColumn("发给", 34),
    SheetColumn("签收人", 14),
    SheetColumn("签收日期", 14),
    SheetColumn("收回日期", 14),
)


def copies_sheet(copies: NumberedCopies) -> Workbook:
    """A row for each number, to be filled in by hand: the system does not know who gets which."""
    paper, run = copies.paper, Run(copies.first, copies.last)
    numbers = run.numbers
    document_number = text_of(paper.document_number) if paper.document_number else ""
    sheet = Sheet(
        "份号",
        f"《{paper.title}》份号登记表",
        _COLUMNS,
        tuple((number, None, None, None, None) for number in numbers),
        subtitles=(f"{document_number}　{numbers[0]}至{numbers[-1]}，共{run.count}份".strip("　"),),
    )
    return Workbook(
        file_stem("份号登记表", paper.title, f"{numbers[0]}-{numbers[-1]}"), sheet.title, (sheet,)
    )
