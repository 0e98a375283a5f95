"""The page numbers in the Word file's contents are those of the pages that a word processor makes."""

import re
from datetime import date
from pathlib import Path

import pytest

from pingyi.documents.domain.briefs import BriefSheet
from pingyi.documents.render.booklets import word_booklet
from pingyi.documents.render.briefs import word_briefs
from pingyi.review.collection.documents import brief_of, collection
from tests.documents.render.laying_out import SOFFICE, printed
from tests.documents.render.reading import pdf_pages, squeezed
from tests.factories.bound import materials_of_meeting
from tests.review.collection.test_documents import EXTREMES

pytestmark = [
    pytest.mark.libreoffice,
    pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not on this machine"),
]


def test_every_report_begins_on_the_page_that_the_contents_name(tmp_path: Path) -> None:
    materials = materials_of_meeting(5, characters=2_500)
    bound = word_booklet(collection(materials, date(2027, 1, 12)))
    pages = [squeezed(page) for page in pdf_pages(printed(bound.file.content, tmp_path))]
    heads = [f"述职报告汇编{item.organisation}" for item in materials.items]
    begins = [next(n for n, page in enumerate(pages, 1) if page.startswith(head)) for head in heads]
    assert begins == list(bound.pages.chapters)
    assert len(pages) == bound.pages.total
    contents = pages[bound.pages.contents - 1]
    for item, page in zip(materials.items, bound.pages.chapters, strict=True):
        assert re.search(rf"{re.escape(item.organisation)}{item.person}\.*{page}(\D|$)", contents)
    assert all(f"—{number}—" in page for number, page in enumerate(pages[1:], start=2))


def test_a_brief_in_word_is_one_page_whatever_is_in_it(tmp_path: Path) -> None:
    briefs = tuple(brief_of(item, 999) for item in EXTREMES.values())
    content = printed(word_briefs(BriefSheet("a", "一页简表", briefs)).content, tmp_path)
    assert len(pdf_pages(content)) == len(EXTREMES)
