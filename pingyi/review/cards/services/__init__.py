from pingyi.review.cards.services.print_cards import Printed, print_cards

__all__ = ["Printed", "print_cards"]
