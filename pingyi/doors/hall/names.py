"""Names of organisations on a screen that is read from twenty metres."""

import re
from collections import Counter
from collections.abc import Sequence

LONG, LONGEST = 8, 16
OTHER_NAME = re.compile(r"（[^（）]*）|\([^()]*\)")


def size_of_name(name: str) -> str:
    """The class of a name in large letters: ordinary, long (dual names), longest."""
    if len(name) > LONGEST:
        return "longest"
    return "long" if len(name) > LONG else ""


def without_other_names(names: Sequence[str], longest: int) -> list[str]:
    """The names of a list, those longer than this without the other name in brackets, as long as each stays its own."""
    shorter = [OTHER_NAME.sub("", name) if len(name) > longest else name for name in names]
    count = Counter(shorter)
    return [
        short if short and count[short] == 1 else name for short, name in zip(shorter, names, strict=True)
    ]
