"""Numbered copies of an issued paper: which numbers were given, which files there are."""

from pingyi.core.errors import Missing
from pingyi.core.words import Words
from pingyi.review.papers.domain.copies import Run
from pingyi.review.papers.models import IssuedPaper, NumberedCopies

_LOADED = ("pdf", "words", "made_by", "paper__document_number__series_year__series")


def copies_of(paper: IssuedPaper) -> list[NumberedCopies]:
    """Every run of this paper by its numbers. One query."""
    rows = NumberedCopies.objects.filter(paper=paper).select_related(*_LOADED)
    return list(rows.order_by("first"))


def find_copies(paper: IssuedPaper, copies_id: int) -> NumberedCopies:
    """One of them."""
    for row in copies_of(paper):
        if row.pk == copies_id:
            return row
    raise Missing(Words("没有这一批份号。请回到发出的公文看编过哪些。"), code="copies.missing")


def given_runs(paper: IssuedPaper) -> list[Run]:
    """The numbers that were given already. One query."""
    rows = NumberedCopies.objects.filter(paper=paper).values_list("first", "last")
    return [Run(first, last) for first, last in rows]
