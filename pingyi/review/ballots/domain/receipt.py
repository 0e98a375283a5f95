"""The receipt word (核对码): it says that a ballot is in the box, nothing of its content, its slip or its voter.

    cast id (made by the phone) → digest (kept on the slip's row) → receipt word (shown, and listed after closing)

Each arrow is a one-way hash, so the word follows from the cast id alone and leads nowhere back.
"""

import hashlib
import re
from typing import NewType

from pingyi.core.alphabet import CODE_ALPHABET

CastId = NewType("CastId", str)

WORD_LENGTH = 10
_CAST_ID = re.compile(r"[0-9a-f]{32}")


def read_cast_id(text: object) -> CastId | None:
    """The phone's 128 random bits as 32 hexadecimal digits, or None if it is anything else."""
    return CastId(text) if isinstance(text, str) and _CAST_ID.fullmatch(text) else None


def cast_digest(cast_id: CastId) -> str:
    """What the slip's row keeps."""
    return hashlib.sha256(f"pingyi cast {cast_id}".encode()).hexdigest()


def receipt_word(digest: str) -> str:
    """The word of a cast digest: ten characters of the codes' alphabet, 50 bits."""
    number = int.from_bytes(hashlib.sha256(f"pingyi receipt {digest}".encode()).digest()[:8])
    return "".join(CODE_ALPHABET[number >> (5 * place) & 31] for place in range(WORD_LENGTH))
