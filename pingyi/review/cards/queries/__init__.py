"""Reads of cards."""

from pingyi.review.cards.queries.cards import Stated, cards_of, span_of_year
from pingyi.review.cards.queries.prints import newest_prints

__all__ = ["Stated", "cards_of", "newest_prints", "span_of_year"]
