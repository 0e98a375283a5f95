"""Cards on paper."""

from pingyi.review.cards.documents.desk import Stamp, desk_sheet

__all__ = ["Stamp", "desk_sheet"]
