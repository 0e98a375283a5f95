"""A letter as it is read on a page: headings numbered as in the Word file, paragraph by paragraph."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pingyi.documents.domain.numbering import numbered
from pingyi.documents.domain.tree import Heading, Paragraph
from pingyi.documents.queries.school_templates import from_template
from pingyi.documents.render.files import RenderedFile, word_file
from pingyi.review.appraisal.documents import feedback_letter
from pingyi.review.appraisal.documents.kept_letter import letter_from
from pingyi.review.appraisal.documents.letter_paper import letter_values

if TYPE_CHECKING:
    from pingyi.review.appraisal.documents import FeedbackLetter as LetterText
    from pingyi.review.appraisal.models import FeedbackLetter


@dataclass(frozen=True)
class LetterLine:
    text: str
    is_heading: bool


@dataclass(frozen=True)
class LetterPage:
    title: str
    addressee: str
    lines: tuple[LetterLine, ...]
    issuer: str
    date: str


def letter_page(letter: LetterText) -> LetterPage:
    """The same tree from which the Word file is made."""
    tree = feedback_letter(letter)
    return LetterPage(
        title=tree.title.replace("\n", ""),
        addressee=tree.addressee,
        lines=tuple(
            LetterLine(f"{number}{block.text}", isinstance(block, Heading))
            for block, number in numbered(tree.blocks)
            if isinstance(block, Heading | Paragraph)
        ),
        issuer=tree.signature.issuer if tree.signature else "",
        date=tree.signature.date if tree.signature else "",
    )


def letter_file(letter: FeedbackLetter) -> RenderedFile:
    """The Word file of a letter as it was given out: in the school's own layout if that was in use on that day."""
    text = letter_from(letter.content)
    built_in = feedback_letter(text)
    if letter.template is None:
        return word_file(built_in)
    return from_template(letter.template, letter_values(text), built_in.file_stem)
