from pingyi.review.papers.queries.building import Present, Target, built_paper, present_paper
from pingyi.review.papers.queries.circulation import circular_range, circulars_for, find_circular
from pingyi.review.papers.queries.copies import copies_of, find_copies, given_runs
from pingyi.review.papers.queries.issued import (
    edited_words,
    find_issued,
    issued_of,
    newest_issued,
    paper_of_number,
    word_that_counts,
)
from pingyi.review.papers.queries.shelf import PaperLine, paper_lines

__all__ = [
    "PaperLine",
    "Present",
    "Target",
    "built_paper",
    "circular_range",
    "circulars_for",
    "copies_of",
    "edited_words",
    "find_circular",
    "find_copies",
    "find_issued",
    "given_runs",
    "issued_of",
    "newest_issued",
    "paper_lines",
    "paper_of_number",
    "present_paper",
    "word_that_counts",
]
