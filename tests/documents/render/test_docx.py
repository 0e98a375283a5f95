"""Word files, opened with a second reader: the measures of GB/T 9704-2012 and nothing that a person typed lost."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import Table as WordTable
from docx.text.run import Run

from pingyi.documents.domain.tree import (
    Align,
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
from pingyi.documents.render import docx
from tests.documents.render.reading import read_word, word_part

LETTER = Document(
    file_stem="反馈意见",
    title="关于述职评议的\n反馈意见",
    addressee="沈璟玥同志",
    blocks=(
        Paragraph("正文第一段。"),
        Heading("肯定的方面"),
        Heading("具体", 2),
        Heading("再具体", 3),
        Heading("最具体", 4),
        Table(
            (Column("序号", 1, Align.CENTRE), Column("问题", 4)),
            ((Cell("1", 2), Cell("甲")), (None, Cell("乙")), text_row("2", "丙\n丁")),
            caption="问题",
        ),
    ),
    signature=Signature("中共示例大学委员会组织部", "2027年1月25日"),
    attachments=("任务清单", "名册"),
    copy_to=("校纪委", "党委办公室"),
)


def runs_of(content: bytes) -> list[Run]:
    """Every run with text: body, tables, footers."""
    document = read_word(content)
    section = document.sections[0]
    parts = [document.element.body, section.footer._element, section.even_page_footer._element]
    return [Run(element, document.paragraphs[0]) for part in parts for element in part.iter(qn("w:r"))]


def east_asian_font(run: Run) -> str | None:
    fonts = run._element.find(f"{qn('w:rPr')}/{qn('w:rFonts')}")
    return fonts.get(qn("w:eastAsia")) if fonts is not None else None


def run_with(content: bytes, text: str) -> Run:
    return next(run for run in runs_of(content) if run.text == text)


def test_the_sheet_has_the_margins_of_the_standard() -> None:
    section = read_word(docx.render(LETTER)).sections[0]

    measures = [section.page_width, section.page_height, section.top_margin, section.left_margin]
    measures += [section.right_margin, section.bottom_margin]
    for measure, wanted in zip(measures, (210, 297, 37, 28, 26, 35), strict=True):
        assert measure is not None
        assert abs(measure - Mm(wanted)) < Mm(0.1)


def test_a_wide_sheet_is_turned_with_its_head_at_the_binding_edge() -> None:
    section = read_word(docx.render(Document("清单", "清单", (), layout=Layout.WIDE))).sections[0]

    assert section.orientation == WD_ORIENT.LANDSCAPE
    assert section.page_width is not None
    assert section.page_height is not None
    assert section.top_margin is not None
    assert section.page_width > section.page_height
    assert abs(section.top_margin - Mm(28)) < Mm(0.1)


def test_every_run_names_its_chinese_font() -> None:
    named = {east_asian_font(run) for run in runs_of(docx.render(LETTER))}

    assert named == {"方正小标宋简体", "仿宋_GB2312", "黑体", "楷体_GB2312", "宋体"}


@pytest.mark.parametrize(
    ("text", "font", "points"),
    [
        ("关于述职评议的\n反馈意见", "方正小标宋简体", 22),
        ("沈璟玥同志：", "仿宋_GB2312", 16),
        ("一、肯定的方面", "黑体", 16),
        ("（一）具体", "楷体_GB2312", 16),
        ("1.再具体", "仿宋_GB2312", 16),
        ("（1）最具体", "仿宋_GB2312", 16),
        ("序号", "黑体", 12),
        ("甲", "仿宋_GB2312", 12),
        ("抄送：校纪委，党委办公室。", "仿宋_GB2312", 14),
        ("— ", "宋体", 14),
    ],
)
def test_each_part_has_the_face_and_size_of_the_standard(text: str, font: str, points: int) -> None:
    run = run_with(docx.render(LETTER), text)

    assert east_asian_font(run) == font
    assert run.font.size == Pt(points)


def test_headings_are_headings_for_the_word_processor_and_never_bold() -> None:
    document = read_word(docx.render(LETTER))

    styles = [paragraph.style.name for paragraph in document.paragraphs if paragraph.style]
    assert [name for name in styles if name and name.startswith("Heading")] == [
        f"Heading {level}" for level in (1, 2, 3, 4)
    ]
    assert not any(run.font.bold for run in runs_of(docx.render(LETTER)))


def test_page_numbers_stand_outside_right_on_odd_pages_and_left_on_even_ones() -> None:
    document = read_word(docx.render(LETTER))

    assert document.settings.odd_and_even_pages_header_footer is True
    section = document.sections[0]
    sides = [
        footer._element.find(".//" + qn("w:jc")).get(qn("w:val"))
        for footer in (section.footer, section.even_page_footer)
    ]
    assert sides == ["right", "left"]
    assert "PAGE" in word_part(docx.render(LETTER), "word/footer-odd.xml")


def table_of(content: bytes) -> WordTable:
    return read_word(content).tables[0]


def test_a_table_repeats_its_head_and_merges_tall_cells() -> None:
    table = table_of(docx.render(LETTER))

    assert table.rows[0]._tr.find(".//" + qn("w:tblHeader")) is not None
    assert table.cell(1, 0)._tc is table.cell(2, 0)._tc
    assert [cell.text for cell in table.rows[3].cells] == ["2", "丙\n丁"]


def test_rows_beside_one_tall_cell_stay_together() -> None:
    rows = table_of(docx.render(LETTER)).rows

    assert [row._tr.find(".//" + qn("w:keepNext")) is not None for row in rows] == [False, True, False, False]


def test_the_issuer_never_stands_alone_on_a_page() -> None:
    paragraphs = read_word(
        docx.render(Document("信", "信", (Paragraph("末段"),), signature=LETTER.signature))
    ).paragraphs
    texts = [paragraph.text for paragraph in paragraphs]

    last = texts.index("末段")
    assert texts[last:] == ["末段", "", "", "中共示例大学委员会组织部", "2027年1月25日"]
    assert [bool(paragraph.paragraph_format.keep_with_next) for paragraph in paragraphs[last:]] == [
        True
    ] * 4 + [False]


def test_attachments_stand_one_to_a_line() -> None:
    texts = [paragraph.text for paragraph in read_word(docx.render(LETTER)).paragraphs]

    assert texts[texts.index("附件：1.任务清单") + 1] == "2.名册"


def test_what_people_type_is_never_markup_and_never_breaks_the_file() -> None:
    typed = '<w:t>&amp;</w:t> & "“三重一大”" ]]> \x0b下一行\x00\x07 喆璟玥赟'
    document = read_word(docx.render(Document("a", typed, (Paragraph(typed),), addressee=typed)))

    assert document.paragraphs[0].text == '<w:t>&amp;</w:t> & "“三重一大”" ]]> \n下一行 喆璟玥赟'


def test_a_document_with_nothing_in_it_opens() -> None:
    assert [paragraph.text for paragraph in read_word(docx.render(Document("空", "", ()))).paragraphs] == [
        "",
        "",
    ]


def test_a_table_at_the_end_is_followed_by_the_paragraph_that_word_needs() -> None:
    body = read_word(docx.render(Document("表", "表", (Table((Column("问题"),), ()),)))).element.body

    assert [child.tag.split("}")[1] for child in body][-3:] == ["tbl", "p", "sectPr"]


def test_equal_trees_give_equal_bytes() -> None:
    assert docx.render(LETTER) == docx.render(LETTER)
    with ZipFile(BytesIO(docx.render(LETTER))) as archive:
        assert {entry.date_time[0] for entry in archive.infolist()} == {1980}


def test_the_file_names_no_author_and_no_program() -> None:
    properties = read_word(docx.render(LETTER)).core_properties

    assert (properties.title, properties.author, properties.last_modified_by) == (
        "关于述职评议的反馈意见",
        "",
        "",
    )
