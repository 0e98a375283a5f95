"""Reads of the duty reports."""

from pingyi.review.dutyreports.queries.board import Board, BoardLine, report_board
from pingyi.review.dutyreports.queries.outlines import OutlineRow, outline_of, outlines_of
from pingyi.review.dutyreports.queries.past import with_past
from pingyi.review.dutyreports.queries.reading import (
    AnswerLine,
    Reading,
    answers_of,
    find_report,
    find_reporter,
    read_report,
    sections_of,
)
from pingyi.review.dutyreports.queries.stages import (
    examinations_of,
    examiners_of,
    named_anywhere,
    stage_of,
    stages_of,
    turns_of,
)

__all__ = [
    "AnswerLine",
    "Board",
    "BoardLine",
    "OutlineRow",
    "Reading",
    "answers_of",
    "examinations_of",
    "examiners_of",
    "find_report",
    "find_reporter",
    "named_anywhere",
    "outline_of",
    "outlines_of",
    "read_report",
    "report_board",
    "sections_of",
    "stage_of",
    "stages_of",
    "turns_of",
    "with_past",
]
