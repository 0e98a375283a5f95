"""Papers that went out."""

from pingyi.core.errors import Missing
from pingyi.core.models import StoredFile
from pingyi.core.words import Words
from pingyi.documents.models import DocumentNumber
from pingyi.review.cycles.models import Cycle, ReviewMeeting
from pingyi.review.papers.models import EditedWord, IssuedPaper

_LOADED = ("document_number__series_year__series", "issued_by", "voiding", "meeting", "word", "pdf")


def issued_of(cycle: Cycle) -> list[IssuedPaper]:
    """Every paper of the review that went out, the newest first. One query."""
    return list(IssuedPaper.objects.filter(cycle=cycle).select_related(*_LOADED).order_by("-pk"))


def newest_issued(cycle: Cycle, kind: str, meeting: ReviewMeeting | None) -> IssuedPaper | None:
    """The newest paper of this kind that went out and is not void."""
    found: IssuedPaper | None = (
        IssuedPaper.objects.filter(cycle=cycle, kind=kind, meeting=meeting, voiding=None)
        .select_related(*_LOADED)
        .order_by("-pk")
        .first()
    )
    return found


def find_issued(cycle: Cycle, paper_id: int) -> IssuedPaper:
    """One paper of this review that went out."""
    found: IssuedPaper | None = (
        IssuedPaper.objects.filter(cycle=cycle, pk=paper_id).select_related(*_LOADED).first()
    )
    if found is None:
        raise Missing(Words("没有这份发出的公文。请回到“公文”。"), code="paper.missing")
    return found


def edited_words(paper: IssuedPaper) -> list[EditedWord]:
    """The Word files that were edited by hand after it went out, the newest (which counts) first. One query."""
    rows = EditedWord.objects.filter(paper=paper).select_related("file", "uploaded_by")
    return list(rows.order_by("-pk"))


def word_that_counts(paper: IssuedPaper) -> StoredFile:
    """The Word file of the paper: the one that was edited by hand last, else the one that was made."""
    edited = next(iter(edited_words(paper)), None)
    return edited.file if edited else paper.word


def paper_of_number(number: DocumentNumber) -> IssuedPaper | None:
    """The paper that took this number, or None where it was written elsewhere."""
    found: IssuedPaper | None = (
        IssuedPaper.objects.filter(document_number=number).select_related(*_LOADED).first()
    )
    return found
