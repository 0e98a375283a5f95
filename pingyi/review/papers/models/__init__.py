from pingyi.review.papers.models.circulation import CircularReader, Circulation
from pingyi.review.papers.models.copies import NumberedCopies
from pingyi.review.papers.models.paper import EditedWord, IssuedPaper, PaperDraft, PaperVoiding

__all__ = [
    "CircularReader",
    "Circulation",
    "EditedWord",
    "IssuedPaper",
    "NumberedCopies",
    "PaperDraft",
    "PaperVoiding",
]
