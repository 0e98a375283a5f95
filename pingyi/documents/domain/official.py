"""What stands above the red line and at the foot of the last page of an official document (版头、版记)."""

from dataclasses import dataclass
from enum import StrEnum


class HeadForm(StrEnum):
    """The heads of the standard: 文件; 信函 between double red lines; 纪要, which has no number line."""

    DOCUMENT = "document"
    LETTER = "letter"
    MINUTES = "minutes"


@dataclass(frozen=True)
class Masthead:
    """The head of a document. `mark` is printed as it stands: the issuer's name, with 文件 behind it or without.

    A document that goes upward names who signs it (`signatory`); its number then stands left and the signatory right.
    `sized_as` is the mark whose length decides the size, when `mark` is a placeholder.
    """

    mark: str
    number: str = ""
    form: HeadForm = HeadForm.DOCUMENT
    copy_number: str = ""
    secrecy: str = ""
    urgency: str = ""
    signatory: str = ""
    sized_as: str = ""

    @property
    def corner(self) -> tuple[tuple[str, bool], ...]:
        """The lines at the top left in their order, each with whether it is set in 黑体."""
        lines = ((self.copy_number, False), (self.secrecy, True), (self.urgency, True))
        return tuple((text, is_hei) for text, is_hei in lines if text)


@dataclass(frozen=True)
class Imprint:
    """Who printed it and when, the last line of the foot (印发机关和印发日期)."""

    printer: str
    printed_on: str
