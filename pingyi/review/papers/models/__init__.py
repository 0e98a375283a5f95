from pingyi.review.papers.models.circulation import CircularReader, Circulation
from pingyi.review.papers.models.paper import IssuedPaper, PaperDraft, PaperVoiding

__all__ = ["CircularReader", "Circulation", "IssuedPaper", "PaperDraft", "PaperVoiding"]
