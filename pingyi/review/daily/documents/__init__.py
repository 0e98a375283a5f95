"""Papers of daily assessment."""

from pingyi.review.daily.documents.workbook import board_workbook

__all__ = ["board_workbook"]
