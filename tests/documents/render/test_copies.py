"""Numbered copies of one document: one PDF for both sides of the sheets, a Word file each."""

from dataclasses import replace

import pytest

from pingyi.documents.domain.tree import Attachment, Document, Paragraph
from pingyi.documents.render import docx
from pingyi.documents.render.copies import CountedWord, pages_of, pdf_of_copies
from tests.documents.render.reading import pdf_pages, read_word, squeezed
from tests.factories.plan_papers import papers_of_plan


def notice(*, enclosed: int = 0) -> Document:
    """A short numbered paper with so many texts behind it."""
    paper = papers_of_plan()["notice"]
    assert paper.masthead is not None
    counted = replace(paper.masthead, copy_number="000001")
    texts = tuple(Attachment(f"附表{place}", (Paragraph("表。"),)) for place in range(enclosed))
    return replace(paper, masthead=counted, blocks=paper.blocks[:1], enclosed=texts)


@pytest.mark.parametrize(("enclosed", "pages", "second_begins"), [(0, 1, 2), (2, 4, 4)])
def test_every_copy_counts_its_pages_from_one_and_begins_on_the_front_of_a_sheet(
    enclosed: int, pages: int, second_begins: int
) -> None:
    document = notice(enclosed=enclosed)
    assert pages_of(document) == pages

    made = [squeezed(page) for page in pdf_pages(pdf_of_copies(document, ("000009", "000010"), pages))]

    assert [place for place, text in enumerate(made) if text.startswith("0000")] == [0, second_begins]
    assert made[second_begins].startswith("000010")
    assert [text[-3:] for text in made if text] == 2 * [f"—{page}—" for page in range(1, pages + 1)]
    assert len(made) == second_begins + pages


def test_a_word_file_differs_from_the_next_copy_in_its_number_alone() -> None:
    kept = docx.render(notice())
    word = CountedWord(kept, "000001")
    assert word.is_counted
    assert word.copy("000001") == CountedWord(word.copy("000027"), "000027").copy("000001")
    first, other = (read_word(word.copy(number)).paragraphs for number in ("000001", "000027"))
    assert other[0].text == "000027"
    assert [one.text for one in other[1:]] == [one.text for one in first[1:]]


def test_a_word_file_without_a_place_for_the_number_is_no_counted_one() -> None:
    kept = docx.render(notice())
    assert not CountedWord(kept, "000002").is_counted
    twice = replace(notice(), blocks=(Paragraph("本件份号000001。"),))
    assert not CountedWord(docx.render(twice), "000001").is_counted
    with pytest.raises(ValueError, match="no place"):
        CountedWord(kept, "000002").copy("000003")
