"""What a sentence is compared by: its characters, its pairs of characters, and the meanings of words of the field."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from pingyi.review.genealogy.domain.field_words import read_groups

# Marks, spaces and quotation marks say nothing about what is wrong.
_PIECES = re.compile(r"[0-9A-Za-z]+|[㐀-鿿]+")
FieldWords = tuple[tuple[str, ...], ...]


@lru_cache(maxsize=8)
def groups_of(text: str) -> FieldWords:
    """The groups of a list that has been checked, read once for each wording of the list."""
    return read_groups(text)


@lru_cache(maxsize=32_768)
def features_of(text: str, words: FieldWords) -> frozenset[str]:
    """Single characters, pairs of neighbours, whole numbers and Latin words, and `#n` for the n-th group of words.

    Kept for the sentences seen last: a board asks for the same ones again and again.
    """
    plain = unicodedata.normalize("NFKC", text).lower()
    found: set[str] = set()
    for piece in _PIECES.findall(plain):
        if piece.isascii():
            found.add(piece)
            continue
        found.update(piece)
        found.update(piece[at : at + 2] for at in range(len(piece) - 1))
    found.update(_meanings(plain, words))
    return frozenset(found)


def _meanings(plain: str, words: FieldWords) -> Iterable[str]:
    return (f"#{at}" for at, group in enumerate(words) if any(word in plain for word in group))
