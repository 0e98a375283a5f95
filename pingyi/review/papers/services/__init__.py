from pingyi.review.papers.services.issue_paper import issue_paper
from pingyi.review.papers.services.number_copies import NUMBER_COPIES, ask_for_copies, cancel_copies
from pingyi.review.papers.services.open_circular import open_circular
from pingyi.review.papers.services.replace_word import replace_word
from pingyi.review.papers.services.void_paper import void_paper
from pingyi.review.papers.services.write_draft import drop_draft, save_draft

__all__ = [
    "NUMBER_COPIES",
    "ask_for_copies",
    "cancel_copies",
    "drop_draft",
    "issue_paper",
    "open_circular",
    "replace_word",
    "save_draft",
    "void_paper",
]
