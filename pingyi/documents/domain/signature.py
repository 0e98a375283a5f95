"""Where issuer and date stand at the end of an official text, in widths of one character from the right edge."""

from dataclasses import dataclass
from fractions import Fraction

from pingyi.documents.domain.tree import Signature


@dataclass(frozen=True)
class SignaturePlace:
    """Empty characters between the end of each line and the right edge of the type area."""

    issuer_right: Fraction
    date_right: Fraction


def width_of(text: str) -> Fraction:
    """Width in characters: a Chinese character or mark is one, a letter or digit half."""
    return sum((Fraction(1, 2) if character.isascii() else Fraction(1) for character in text), Fraction(0))


def place_signature(signature: Signature) -> SignaturePlace:
    """The date four characters in with the issuer centred over it, so that a seal covers both.

    An issuer longer than its date stands two characters in itself, and the date begins two characters after
    the issuer does; a date that would then stick out keeps its own two characters and pushes the issuer in.
    """
    issuer, date = (width_of(text) for text in signature.placed_as or (signature.issuer, signature.date))
    if issuer <= date:
        return SignaturePlace(issuer_right=4 + (date - issuer) / 2, date_right=Fraction(4))
    if issuer >= date + 2:
        return SignaturePlace(issuer_right=Fraction(2), date_right=issuer - date)
    return SignaturePlace(issuer_right=4 + date - issuer, date_right=Fraction(2))
