"""Names of organisations and people: how they are compared, joined to paths and put in order."""

import re
import unicodedata

SEPARATOR = "/"
LISTED = re.compile(r"[、,，;；\n]+")


def match_key(text: str) -> str:
    """Two names with the same key are the same name: width, letter case and spaces do not matter."""
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


def join_path(parent_path: str, name: str) -> str:
    """The names from the root to here."""
    return f"{parent_path}{SEPARATOR}{name}" if parent_path else name


def path_key(path: str) -> str:
    """A path for comparison; people also write it with spaces around the strokes."""
    return SEPARATOR.join(match_key(part) for part in re.split("[/／]", path) if part.strip())


def split_names(text: str) -> list[str]:
    """Names written one after the other, without repetition: 校办、学校办公室."""
    seen: dict[str, str] = {}
    for part in LISTED.split(text):
        if name := part.strip():
            seen.setdefault(match_key(name), name)
    return list(seen.values())


def pinyin_order(text: str) -> bytes:
    """A sorting key close to pinyin: the 3,755 most used characters stand in GB 18030 in the order of their sound."""
    return text.encode("gb18030", errors="replace")


def sibling_order(order: int, code: str, name: str) -> tuple[bool, int, bool, str, bytes]:
    """How organisations of one parent are listed: by given order, then by code, then by sound."""
    return (order == 0, order, code == "", code, pinyin_order(name))
