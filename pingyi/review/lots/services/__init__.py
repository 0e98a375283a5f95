"""The three steps of a draw: announce, draw, confirm."""

from pingyi.review.lots.services.announce_lot import announce_lot
from pingyi.review.lots.services.confirm_lot import confirm_lot
from pingyi.review.lots.services.draw_lot import draw_lot

__all__ = ["announce_lot", "confirm_lot", "draw_lot"]
