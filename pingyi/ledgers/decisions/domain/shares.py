"""What shares of a meeting are taken of, and how they are said."""

from enum import StrEnum

from pingyi.core.words import Words
from pingyi.ledgers.kit.domain.shares import Share


class Base(StrEnum):
    """What votes are counted against: everyone who should be there (应到), or those who vote (实到)."""

    DUE = "due"
    PRESENT = "present"


def share_words(share: Share) -> str:
    """超过1/2; 不少于2/3."""
    if share.strict:
        return Words("超过{num}/{den}", num=share.num, den=share.den)
    return Words("不少于{num}/{den}", num=share.num, den=share.den)
