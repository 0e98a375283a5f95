"""The kinds of paper that the school may lay out itself."""

from pingyi.core.errors import Missing
from pingyi.core.words import Words
from pingyi.documents.domain.papers import PaperKind
from pingyi.review.appraisal.documents.letter_paper import LETTER_PAPER
from pingyi.review.papers.own_layout import PAPER_KINDS

KINDS: tuple[PaperKind, ...] = (*PAPER_KINDS.values(), LETTER_PAPER)


def kind_called(code: str) -> PaperKind:
    """The kind of an address."""
    for kind in KINDS:
        if kind.code == code:
            return kind
    raise Missing(Words("没有这种文书。请从“文书模板”里选。"), code="template.no_kind")
