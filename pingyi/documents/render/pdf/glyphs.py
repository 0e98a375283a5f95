"""Which characters no font of the installation can print. A name must never come out as an empty box unnoticed."""

import struct
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from pingyi.documents.domain.typed import printable
from pingyi.documents.render.pdf.fonts import font_folders

_SUFFIXES = {".otf", ".ttf", ".ttc", ".otc"}
_FORMAT_SEGMENTS, _FORMAT_GROUPS = 4, 12


def unprintable(texts: Iterable[str]) -> list[str]:
    """Characters of the texts that would come out as a box in PDF, each once, in order of appearance."""
    known = _known()
    characters = dict.fromkeys(character for text in texts for character in printable(text))
    return [one for one in characters if ord(one) not in known and not one.isspace()]


@cache
def _known() -> frozenset[int]:
    files = [
        file
        for folder in font_folders()
        for file in sorted(folder.iterdir())
        if file.suffix.lower() in _SUFFIXES
    ]
    return frozenset(code for file in files for code in characters_of(file))


def characters_of(file: Path) -> set[int]:
    """The code points of a font file, from the tables that every system reads."""
    content = file.read_bytes()
    codes: set[int] = set()
    for font in _fonts_in(content):
        tables = struct.unpack_from(">H", content, font + 4)[0]
        for number in range(tables):
            tag, _, start, _ = struct.unpack_from(">4sIII", content, font + 12 + 16 * number)
            if tag == b"cmap":
                codes.update(_mapped(content, start))
    return codes


def _fonts_in(content: bytes) -> tuple[int, ...]:
    """Where the fonts of the file begin: one, or several in a collection."""
    if content[:4] != b"ttcf":
        return (0,)
    count = struct.unpack_from(">I", content, 8)[0]
    return struct.unpack_from(f">{count}I", content, 12)


def _mapped(content: bytes, cmap: int) -> Iterator[int]:
    for number in range(struct.unpack_from(">H", content, cmap + 2)[0]):
        table = cmap + struct.unpack_from(">I", content, cmap + 4 + 8 * number + 4)[0]
        kind = struct.unpack_from(">H", content, table)[0]
        if kind == _FORMAT_SEGMENTS:
            count = struct.unpack_from(">H", content, table + 6)[0] // 2
            ends = struct.unpack_from(f">{count}H", content, table + 14)
            starts = struct.unpack_from(f">{count}H", content, table + 16 + 2 * count)
            for first, last in zip(starts, ends, strict=True):
                yield from range(first, min(last, 0xFFFE) + 1)
        elif kind == _FORMAT_GROUPS:
            count = struct.unpack_from(">I", content, table + 12)[0]
            for group in range(count):
                first, last, _ = struct.unpack_from(">III", content, table + 16 + 12 * group)
                yield from range(first, last + 1)
