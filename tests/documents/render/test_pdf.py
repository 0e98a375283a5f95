"""PDF files: rare characters come out, typed text is never markup, and the same tree gives the same bytes."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from pingyi.documents.domain.cards import Card, CardSheet
from pingyi.documents.domain.forms import (
    Fact,
    Form,
    FormPage,
    Grid,
    GridColumn,
    Notes,
    SectionTitle,
    SignLine,
)
from pingyi.documents.domain.signature import width_of
from pingyi.documents.domain.tree import (
    Cell,
    Column,
    Document,
    Heading,
    Layout,
    Paragraph,
    Signature,
    Table,
    text_row,
)
from pingyi.documents.render import pdf
from pingyi.documents.render.pdf import Printable
from tests.documents.render.reading import pdf_pages, pdf_text, squeezed

INJECTIONS = (
    "#let x = 1",
    '#panic("x")',
    '#read("/etc/passwd")',
    "$ x^2 $",
    "\\ \\u{41} \\#",
    "[a] *b* _c_ `d`",
    "<label> @ref",
    "// e /* f */",
    "= g\n- h\n+ i",
    "\"q\" 'r' ~ -- --- ...",
    '{"json": "}"}',
)


def card(text: str) -> Card:
    return Card(text, text, text, "https://pingyi.example/b#x", "ABCD", text, text, text, (text, text), text)


def document(text: str) -> Document:
    table = Table(
        (Column(text), Column(text)), ((Cell(text, 2), Cell(text)), (None, Cell(text))), caption=text
    )
    blocks = (Paragraph(text), Paragraph(text, is_indented=False), Heading(text), table)
    return Document(text, text, blocks, Layout.UPRIGHT, text, Signature(text, text), (text, text), (text,))


def form(text: str) -> Form:
    grid = Grid(
        (GridColumn(text, group=text), GridColumn(text, group=text), GridColumn(text)), ((text, text, text),)
    )
    blocks = (Notes((text, text), text), SectionTitle(text), grid, SignLine((text, text)))
    return Form(text, text, (FormPage(text, blocks, (Fact(text, text),), text),))


def trees(text: str) -> list[Printable]:
    return [document(text), form(text), CardSheet(text, text, (card(text),))]


@pytest.mark.parametrize("typed", INJECTIONS)
def test_typed_text_comes_out_as_it_was_typed(typed: str) -> None:
    wanted = squeezed(typed)
    # Every place of each tree that shows text: the title and 12 more, 14 and 8.
    for tree, places in zip(trees(typed), (13, 14, 8), strict=True):
        assert pdf_text(pdf.render(tree)).count(wanted) >= places


def test_rare_characters_of_names_are_printed_in_every_face() -> None:
    for tree in trees("喆璟玥赟昇㛃"):
        assert "喆璟玥赟昇㛃" in pdf_text(pdf.render(tree))


def test_control_characters_do_not_break_a_file() -> None:
    assert "甲乙" in pdf_text(pdf.render(document("甲\x00\x07乙")))


@pytest.mark.parametrize(
    "tree",
    [
        Document("空", "", ()),
        Form("空", "", ()),
        Form("空", "", (FormPage("", ()),)),
        CardSheet("空", "", ()),
    ],
)
def test_a_tree_with_nothing_in_it_gives_a_file(tree: Printable) -> None:
    assert len(PdfReader(BytesIO(pdf.render(tree))).pages) >= 1


def test_equal_trees_give_equal_bytes() -> None:
    for tree in trees("述职评议"):
        assert pdf.render(tree) == pdf.render(tree)


def test_a_file_tells_nothing_of_when_and_by_what_it_was_made_but_typst() -> None:
    metadata = PdfReader(BytesIO(pdf.render(document("述职评议")))).metadata

    assert metadata is not None
    assert metadata.creation_date is None
    assert metadata.author is None
    assert metadata.title == "述职评议"


def test_only_fonts_of_the_product_are_used() -> None:
    used: set[str] = set()
    for tree in trees("述职评议 2027 A"):
        for page in PdfReader(BytesIO(pdf.render(tree))).pages:
            fonts = page["/Resources"].get("/Font", {})  # type: ignore[attr-defined]
            used |= {str(font.get_object()["/BaseFont"]).split("+")[1] for font in fonts.values()}

    families = ("NotoSerifSC", "NotoSansSC", "PingyiWenKai")
    assert used
    assert all(name.startswith(families) for name in used)


def test_a_full_page_has_22_lines_of_28_characters() -> None:
    pages = pdf_pages(pdf.render(Document("a", "标题", (Paragraph("国家公文" * 7 * 44, is_indented=False),))))

    lines = [line.strip() for line in pages[1].splitlines() if "公文" in line]
    assert [len(line) for line in lines] == [28] * 22


def test_the_head_of_a_long_grid_is_on_every_page() -> None:
    grid = Grid(
        (GridColumn("序号"), GridColumn("好", group="等次")), tuple((str(number), "") for number in range(90))
    )

    pages = [squeezed(page) for page in pdf_pages(pdf.render(Form("a", "a", (FormPage("表", (grid,)),))))]
    assert len(pages) > 1
    assert all("序号" in page and "等次" in page for page in pages)
    assert "第1页共" in pages[0]


@pytest.mark.parametrize(
    "name", ["第五附属医院（第五临床医学院）党委" * 6, "https://pingyi.example/" + "a" * 200]
)
def test_a_very_long_name_wraps_inside_its_cell(name: str) -> None:
    table = Table((Column("单位", 1), Column("问题", 3)), (text_row(name, "甲"),))
    for tree in (
        Document("a", "a", (table,)),
        Form("a", "a", (FormPage("a", (Grid((GridColumn("单位", 60), GridColumn("好")), ((name, ""),)),)),)),
    ):
        content = pdf.render(tree)
        assert squeezed(name) in pdf_text(content)
        lines = [line for page in pdf_pages(content) for line in page.split("\n")]
        # 60 mm at most hold 17 characters of 10 points, or 34 letters.
        assert max(width_of(squeezed(line)) for line in lines) <= 17
