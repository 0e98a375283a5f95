from pingyi.review.supervision.documents.circular import (
    CircularFacts,
    LateFacts,
    UnitFacts,
    supervision_circular,
)
from pingyi.review.supervision.documents.month import MonthFacts, MonthLine, month_workbook
from pingyi.review.supervision.documents.poll_part import PolledFacts, PollFacts

__all__ = [
    "CircularFacts",
    "LateFacts",
    "MonthFacts",
    "MonthLine",
    "PollFacts",
    "PolledFacts",
    "UnitFacts",
    "month_workbook",
    "supervision_circular",
]
