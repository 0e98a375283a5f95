from pingyi.review.lots.models.lot import Lot, LotConfirmation, LotDraw

__all__ = ["Lot", "LotConfirmation", "LotDraw"]
