"""The fingerprint of a plan: SHA-256 of its canonical text. One changed character gives another fingerprint."""

import hashlib
import json
from typing import Any

GROUPS, GROUP_LENGTH = 4, 4


def canonical_text(document: dict[str, Any]) -> str:
    """The one way to write this document: keys sorted, no spaces, Chinese as it is. Floats have no place in it."""
    return json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def fingerprint_of(document: dict[str, Any]) -> str:
    """64 hexadecimal digits."""
    return hashlib.sha256(canonical_text(document).encode()).hexdigest()


def spoken(fingerprint: str) -> str:
    """The first four groups of four, as they are read aloud and compared."""
    return " ".join(
        fingerprint[start : start + GROUP_LENGTH] for start in range(0, GROUPS * GROUP_LENGTH, GROUP_LENGTH)
    )
