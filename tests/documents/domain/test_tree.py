"""Trees refuse what no table can show, so that no renderer has to guess."""

import pytest

from pingyi.documents.domain.forms import Grid, GridColumn
from pingyi.documents.domain.sheets import Sheet, SheetColumn
from pingyi.documents.domain.tree import Cell, Column, Heading, Paragraph, Table, paragraphs_of, text_row

TWO = (Column("问题"), Column("措施"))


def test_a_tall_cell_covers_the_rows_below_it() -> None:
    table = Table(TWO, ((Cell("一", 2), Cell("甲")), (None, Cell("乙")), text_row("二", "丙")))

    assert len(table.rows) == 3


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (((Cell("一"),),), "1 cells"),
        (((Cell("一", 2), Cell("甲")), (Cell("二"), Cell("乙"))), "column 1"),
        (((None, Cell("甲")),), "column 1"),
        (((Cell("一", 2), Cell("甲")),), "below the last row"),
    ],
)
def test_a_table_with_a_hole_or_an_overlap_cannot_be_built(
    rows: tuple[tuple[Cell | None, ...], ...], said: str
) -> None:
    with pytest.raises(ValueError, match=said):
        Table(TWO, rows)


@pytest.mark.parametrize("level", [0, 5])
def test_a_heading_has_one_of_four_levels(level: int) -> None:
    with pytest.raises(ValueError, match="1 to 4"):
        Heading("标题", level)


def test_grids_and_sheets_refuse_a_row_of_another_width() -> None:
    with pytest.raises(ValueError, match="2 texts"):
        Grid((GridColumn("好"),), (("", ""),))
    with pytest.raises(ValueError, match="row 1 has 2"):
        Sheet("表", "表", (SheetColumn("好"),), ((1, 2),))


def test_typed_text_becomes_one_paragraph_a_line_without_empty_ones() -> None:
    assert paragraphs_of("　第一段 \n\n  第二段\r\n") == (Paragraph("第一段"), Paragraph("第二段"))
    assert paragraphs_of(" \n ") == ()
