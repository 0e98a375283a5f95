"""Reads of a review meeting as it runs."""

from pingyi.review.meetings.queries.attendance import attendance_by_class
from pingyi.review.meetings.queries.sittings import (
    agenda_of,
    are_meetings_over,
    find_meeting,
    find_review_meeting,
    find_run_meeting,
    find_sitting,
    lines_of,
    sitting_of,
)

__all__ = [
    "agenda_of",
    "are_meetings_over",
    "attendance_by_class",
    "find_meeting",
    "find_review_meeting",
    "find_run_meeting",
    "find_sitting",
    "lines_of",
    "sitting_of",
]
