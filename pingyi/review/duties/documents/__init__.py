"""责任清单 on paper, and all lists of a year as a workbook."""

from pingyi.review.duties.documents.counts import counts_in_words
from pingyi.review.duties.documents.paper import list_paper
from pingyi.review.duties.documents.workbook import lists_workbook

__all__ = ["counts_in_words", "list_paper", "lists_workbook"]
