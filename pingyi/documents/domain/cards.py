"""Sheets of cards to be cut apart. A card has no number and no place of its own: all of a kind look alike."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Card:
    """`link` is printed as a QR code, `code` beside it for typing at `address`; the labels are words before both."""

    heading: str
    subheading: str
    label: str
    link: str
    code: str
    code_label: str
    address: str
    address_lead: str
    steps: tuple[str, ...]
    pledge: str


@dataclass(frozen=True)
class CardSheet:
    """Cards filling A4 sheets row by row, with lines to cut along."""

    file_stem: str
    title: str
    cards: tuple[Card, ...]
    across: int = 2
    down: int = 4
