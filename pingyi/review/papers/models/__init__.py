from pingyi.review.papers.models.paper import IssuedPaper, PaperDraft, PaperVoiding

__all__ = ["IssuedPaper", "PaperDraft", "PaperVoiding"]
