from pingyi.review.cards.models.card_print import CardPrint

__all__ = ["CardPrint"]
