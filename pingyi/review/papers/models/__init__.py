from pingyi.review.papers.models.paper import EditedWord, IssuedPaper, PaperDraft, PaperVoiding

__all__ = ["EditedWord", "IssuedPaper", "PaperDraft", "PaperVoiding"]
