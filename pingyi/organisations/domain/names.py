"""Names of organisations and people: how they are compared, joined to paths and put in order."""

import re
import unicodedata
from collections.abc import Iterable

from pingyi.organisations.domain.numerals import with_sortable_ordinals

SEPARATOR = "/"
STROKES = re.compile("[/／]")
# A list whose names hold commas of their own is separated by semicolons.
STRONG = re.compile(r"[;；\n]+")
WEAK = re.compile(r"[、,，]+")


def match_key(text: str) -> str:
    """Two names with the same key are the same name: width, letter case and spaces do not matter."""
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


def join_path(parent_path: str, name: str) -> str:
    """The names from the root to here."""
    return f"{parent_path}{SEPARATOR}{name}" if parent_path else name


def path_key(path: str) -> str:
    """A path for comparison; people also write it with spaces around the strokes."""
    return SEPARATOR.join(match_key(part) for part in STROKES.split(path) if part.strip())


def holds_stroke(name: str) -> bool:
    """Whether a name cannot be part of a path."""
    return STROKES.search(name) is not None


def split_names(text: str) -> list[str]:
    """Names written one after the other, without repetition: 校办、学校办公室."""
    separator = STRONG if STRONG.search(text) else WEAK
    seen: dict[str, str] = {}
    for part in separator.split(text):
        if name := part.strip():
            seen.setdefault(match_key(name), name)
    return list(seen.values())


def join_names(names: Iterable[str]) -> str:
    """Names as one text that `split_names` takes apart again."""
    names = list(names)
    if any(WEAK.search(name) for name in names):
        return "".join(f"{name}；" for name in names)
    return "、".join(names)


def pinyin_order(text: str) -> bytes:
    """A sorting key close to pinyin: the 3,755 most used characters stand in GB 18030 in the order of their sound.

    Ordinals go by their number: 第一党支部, 第二党支部.
    """
    return with_sortable_ordinals(text).encode("gb18030", errors="replace")


def sibling_order(order: int, code: str, name: str) -> tuple[bool, int, bool, str, bytes]:
    """How organisations of one parent are listed: by given order, then by code, then by sound."""
    return (order == 0, order, code == "", code, pinyin_order(name))
