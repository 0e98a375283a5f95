"""Booklets: the same tree as PDF and as Word, with page numbers that are true."""

import re

import pytest

from pingyi.documents.domain.booklet import Booklet, Chapter
from pingyi.documents.domain.tree import Heading, Paragraph
from pingyi.documents.render.booklets import Bound, pdf_booklet, word_booklet
from tests.documents.render.reading import pdf_pages, read_word, squeezed, word_part

LENGTHS = (30, 2_000, 700)
NAMES = ("护理学院党委", "第五附属医院（第五临床医学院）党委", "图书馆党总支")


def booklet() -> Booklet:
    chapters = tuple(
        Chapter(
            title=f"{name}　林喆",
            byline="党委书记　现场述职，第1位",
            running_head=name,
            blocks=(Heading("思想政治工作"), Paragraph("党课讲了三次。" * (length // 7))),
            part=("现场述职", "", "书面述职")[place],
        )
        for place, (name, length) in enumerate(zip(NAMES, LENGTHS, strict=True))
    )
    return Booklet(
        "汇编", "2026年度抓党建工作\n述职评议", "述职报告汇编", ("收入3 / 3份",), ("组织部",), chapters
    )


@pytest.fixture(scope="module")
def bound() -> Bound:
    return pdf_booklet(booklet())


@pytest.fixture(scope="module")
def word() -> Bound:
    return word_booklet(booklet())


def test_every_text_begins_on_a_page_of_its_own_under_its_own_name(bound: Bound) -> None:
    pages = [squeezed(page) for page in pdf_pages(bound.file.content)]
    assert len(pages) == bound.pages.total
    assert bound.pages.contents == 2
    for name, page in zip(NAMES, bound.pages.chapters, strict=True):
        assert f"述职报告汇编{name}" in pages[page - 1]
        assert f"{name}林喆党委书记" in pages[page - 1]
        assert f"述职报告汇编{name}" not in pages[page - 2]


def test_the_contents_of_the_pdf_name_the_true_pages(bound: Bound) -> None:
    contents = squeezed(pdf_pages(bound.file.content)[1])
    for name, page in zip(NAMES, bound.pages.chapters, strict=True):
        assert re.search(rf"{re.escape(name)}林喆\.*{page}(\D|$)", contents)


def test_the_printed_number_is_that_of_the_sheet_and_the_title_page_has_none(bound: Bound) -> None:
    pages = [squeezed(page) for page in pdf_pages(bound.file.content)]
    assert "—1—" not in pages[0]
    assert all(f"—{number}—" in page for number, page in enumerate(pages[1:], start=2))


def test_the_contents_of_the_word_file_is_a_field_that_is_filled_in(word: Bound) -> None:
    content = word_part(word.file.content, "word/document.xml")
    assert content.count('fldCharType="begin"') == content.count('fldCharType="end"')
    assert 'TOC \\o "1-2"' in content
    lines = [paragraph.text for paragraph in read_word(word.file.content).paragraphs]
    for name, page in zip(NAMES, word.pages.chapters, strict=True):
        assert f"{name}　林喆\t{page}" in lines


def test_the_word_file_has_a_running_head_for_each_text_and_none_on_the_title_page(word: Bound) -> None:
    sections = read_word(word.file.content).sections
    assert len(sections) == 2 + len(NAMES)
    heads = [section.header.paragraphs[0].text for section in sections[1:]]
    assert heads == [f"述职报告汇编\t{name}" for name in ("目录", *NAMES)]
    assert sections[0].header.is_linked_to_previous
    assert sections[0].footer.is_linked_to_previous


def test_equal_booklets_give_equal_files(bound: Bound, word: Bound) -> None:
    assert pdf_booklet(booklet()).file.content == bound.file.content
    assert word_booklet(booklet()).file.content == word.file.content
