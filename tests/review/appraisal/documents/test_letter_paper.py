"""The template that a clerk begins with says what the built-in letter says."""

from dataclasses import replace

from pingyi.documents.render import docx
from pingyi.documents.school.checking import check_template
from pingyi.documents.school.filling import fill
from pingyi.review.appraisal.documents import FeedbackLetter, feedback_letter
from pingyi.review.appraisal.documents.letter_paper import EXAMPLE, LETTER_PAPER, letter_values
from tests.documents.school.papers import texts_of
from tests.factories.papers import letter_of

STARTER = docx.render(LETTER_PAPER.starter())


def same(letter: FeedbackLetter) -> bool:
    return texts_of(fill(STARTER, letter_values(letter))) == texts_of(docx.render(feedback_letter(letter)))


def test_the_starter_is_fit_for_use_as_it_is() -> None:
    checked = check_template(STARTER, LETTER_PAPER)

    assert checked.findings == ()
    assert {one.name for one in LETTER_PAPER.placeholders if one.is_compulsory} <= set(checked.used)


def test_a_letter_from_the_starter_reads_as_the_built_in_one() -> None:
    assert same(replace(EXAMPLE, copy_to=()))
    assert same(letter_of(4))
    assert same(letter_of(0, problems="", list_due_on=None))  # numbers of headings close up
    assert same(letter_of(0, strengths="甲<b>&乙\n\n𠅤", direction=""))
