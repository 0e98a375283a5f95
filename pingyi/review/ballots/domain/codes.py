"""The short code of a slip: how many are printed, and how a typed one is read."""

import unicodedata
from fractions import Fraction
from math import ceil

from pingyi.core.alphabet import CODE_ALPHABET

CODE_LENGTH = 10  # 5 bits each: 50 bits

# What people type for characters that the alphabet leaves out because they look alike.
_LOOKALIKES = str.maketrans({"O": "0", "I": "1", "L": "1"})


def slips_to_print(members: int, *, spare_minimum: int, spare_share: Fraction) -> int:
    """One for every member of the class and the spares: the larger of a fixed number and a share, rounded up."""
    return members + max(spare_minimum, ceil(spare_share * members))


def read_code(typed: str) -> str | None:
    """The code that somebody typed or scanned, as it was printed; None if it cannot be one.

    Spaces, hyphens, letter case and full-width letters do not matter; O is read as 0, I and L as 1.
    """
    plain = unicodedata.normalize("NFKC", typed).upper()
    bare = "".join(character for character in plain if not (character.isspace() or character == "-"))
    code = bare.translate(_LOOKALIKES)
    return code if len(code) == CODE_LENGTH and set(code) <= set(CODE_ALPHABET) else None


def grouped(code: str) -> str:
    """A code or a receipt word as people read it aloud: in fours."""
    return " ".join(code[start : start + 4] for start in range(0, len(code), 4))
