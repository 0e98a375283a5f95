"""Reads of the duty reports."""

from pingyi.review.dutyreports.queries.board import Board, BoardLine, report_board
from pingyi.review.dutyreports.queries.reading import (
    AnswerLine,
    Reading,
    answers_of,
    find_report,
    find_reporter,
    read_report,
    sections_of,
)

__all__ = [
    "AnswerLine",
    "Board",
    "BoardLine",
    "Reading",
    "answers_of",
    "find_report",
    "find_reporter",
    "read_report",
    "report_board",
    "sections_of",
]
