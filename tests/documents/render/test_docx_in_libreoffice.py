"""The Word file as a word processor lays it out: 22 lines of 28 characters, the table head on every page."""

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from pingyi.documents.domain.tree import Column, Document, Paragraph, Table, text_row
from tests.documents.render.laying_out import SOFFICE, laid_out
from tests.documents.render.reading import pdf_pages, squeezed

pytestmark = [
    pytest.mark.libreoffice,
    pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not on this machine"),
]


def test_a_full_page_has_22_lines_of_28_characters(tmp_path: Path) -> None:
    body = Paragraph("国家公文" * 7 * 44, is_indented=False)

    pages = pdf_pages(laid_out(Document("a", "标题", (body,)), tmp_path))

    lines = [line.strip() for line in pages[1].splitlines() if "公文" in line]
    assert [len(line) for line in lines] == [28] * 22
    # Title and the empty line below it take the first two lines of the first page.
    assert sum("公文" in line for line in pages[0].splitlines()) == 20


def test_a_page_number_is_printed_on_every_page(tmp_path: Path) -> None:
    pages = pdf_pages(laid_out(Document("a", "标题", (Paragraph("公文" * 700),)), tmp_path))

    assert ["—1—" in squeezed(pages[0]), "—2—" in squeezed(pages[1])] == [True, True]


def test_the_head_of_a_long_table_is_on_every_page(tmp_path: Path) -> None:
    rows = tuple(text_row(str(number), "第五附属医院（第五临床医学院）党委") for number in range(1, 61))
    content = laid_out(Document("a", "标题", (Table((Column("序号"), Column("单位", 4)), rows),)), tmp_path)

    pages = [squeezed(page) for page in pdf_pages(content)]
    assert len(pages) > 1
    assert all("序号单位" in page for page in pages)
    assert len(PdfReader(BytesIO(content)).pages) == len(pages)
