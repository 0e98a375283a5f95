"""What a font file says of itself: its names, whether it may be embedded, which characters it has.

Only the tables that every system reads, and every number of the file is looked at before it is believed: a file that
was cut off while it was copied, or that is none, is `Broken` and nothing worse.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from pingyi.core.words import Words

# Family, full name, PostScript name, typographic family.
_NAMES = (1, 4, 6, 16)
_MOST_FACES, _MOST_TABLES = 64, 256
_LAST_CODE = 0x10FFFF
_FORMAT_SEGMENTS, _FORMAT_GROUPS, _FORMAT_VARIATIONS = 4, 12, 14
_OPEN = (b"\x00\x01\x00\x00", b"OTTO", b"true")
_MOST_PAIRS = 400_000


class Broken(Exception):
    """The file is no font, or not whole."""


@dataclass(frozen=True)
class Face:
    """One face of a font file. `embedding` is fsType of its OS/2 table; `variants` are (character, selector) pairs."""

    index: int
    names: tuple[str, ...]
    embedding: int
    codes: frozenset[int]
    variants: frozenset[tuple[int, int]]


def faces_of(content: bytes) -> tuple[Face, ...]:
    """The faces of a font file: one, or several in a collection (.ttc)."""
    try:
        return tuple(_face(content, number, start) for number, start in enumerate(_starts(content)))
    except (struct.error, IndexError, OverflowError, UnicodeDecodeError) as error:
        raise Broken(Words("内容不完整")) from error


def _starts(content: bytes) -> tuple[int, ...]:
    if content[:4] != b"ttcf":
        return (0,)
    count = struct.unpack_from(">I", content, 8)[0]
    if not 1 <= count <= _MOST_FACES:
        raise Broken(Words("字体集里的字体数目不对"))
    return struct.unpack_from(f">{count}I", content, 12)


def _face(content: bytes, number: int, start: int) -> Face:
    if content[start : start + 4] not in _OPEN:
        raise Broken(Words("不是字体文件"))
    tables = _tables(content, start)
    for needed in (b"cmap", b"name", b"head"):
        if needed not in tables:
            raise Broken(Words("缺少必要的部分"))
    codes, variants = _characters(tables[b"cmap"])
    if not codes:
        raise Broken(Words("里面没有字"))
    os2 = tables.get(b"OS/2", b"")
    embedding = struct.unpack_from(">H", os2, 8)[0] if os2 else 0
    return Face(number, _names(tables[b"name"]), embedding, codes, variants)


def _tables(content: bytes, start: int) -> dict[bytes, bytes]:
    count = struct.unpack_from(">H", content, start + 4)[0]
    if not 1 <= count <= _MOST_TABLES:
        raise Broken(Words("目录不对"))
    tables = {}
    for number in range(count):
        tag, _, offset, length = struct.unpack_from(">4sIII", content, start + 12 + 16 * number)
        if offset + length > len(content):
            raise Broken(Words("文件不完整，可能没有拷贝完"))
        if tag in (b"cmap", b"name", b"head", b"OS/2"):
            tables[tag] = content[offset : offset + length]
    return tables


def _names(table: bytes) -> tuple[str, ...]:
    count, strings = struct.unpack_from(">HH", table, 2)
    found: dict[str, None] = {}
    for number in range(min(count, 2_000)):
        platform, encoding, _, kind, length, offset = struct.unpack_from(">6H", table, 6 + 12 * number)
        if kind not in _NAMES:
            continue
        raw = table[strings + offset : strings + offset + length]
        name = _text(raw, platform, encoding)
        if name:
            found[name] = None
    return tuple(found)


def _text(raw: bytes, platform: int, encoding: int) -> str:
    # Windows fonts of the nineties keep Chinese names in GBK (encoding 3), the Macintosh in its own (25: simplified).
    if platform in (0, 3):
        codec = "gb18030" if (platform, encoding) == (3, 3) else "utf-16-be"
    else:
        codec = "gb18030" if encoding == 25 else "mac-roman"
    return raw.decode(codec, "ignore").replace("\0", "").strip()


def _characters(cmap: bytes) -> tuple[frozenset[int], frozenset[tuple[int, int]]]:
    codes: set[int] = set()
    variants: set[tuple[int, int]] = set()
    for number in range(struct.unpack_from(">H", cmap, 2)[0]):
        platform, encoding, start = struct.unpack_from(">HHI", cmap, 4 + 8 * number)
        kind = struct.unpack_from(">H", cmap, start)[0]
        if (platform, encoding) not in {(3, 1), (3, 10)} and platform != 0:
            continue
        if kind == _FORMAT_SEGMENTS:
            codes.update(_segments(cmap, start))
        elif kind == _FORMAT_GROUPS:
            codes.update(_groups(cmap, start))
        elif kind == _FORMAT_VARIATIONS:
            variants.update(_variations(cmap, start))
    return frozenset(codes), frozenset(variants)


def _segments(cmap: bytes, start: int) -> Iterator[int]:
    """Format 4. A code that leads to glyph 0 is one that the font does not have."""
    count = struct.unpack_from(">H", cmap, start + 6)[0] // 2
    words = f">{count}H"
    ends = struct.unpack_from(words, cmap, start + 14)
    starts = struct.unpack_from(words, cmap, start + 16 + 2 * count)
    deltas = struct.unpack_from(words, cmap, start + 16 + 4 * count)
    place = start + 16 + 6 * count
    ranges = struct.unpack_from(words, cmap, place)
    for number, (first, last, delta, distance) in enumerate(zip(starts, ends, deltas, ranges, strict=True)):
        for code in range(first, min(last, 0xFFFE) + 1):
            glyph = code
            if distance:
                at = place + 2 * number + distance + 2 * (code - first)
                glyph = struct.unpack_from(">H", cmap, at)[0]
                if glyph == 0:
                    continue
            if (glyph + delta) & 0xFFFF:
                yield code


def _groups(cmap: bytes, start: int) -> Iterator[int]:
    """Format 12: runs of codes, the only one that reaches beyond U+FFFF."""
    count = struct.unpack_from(">I", cmap, start + 12)[0]
    for number in range(count):
        first, last, glyph = struct.unpack_from(">III", cmap, start + 16 + 12 * number)
        if last > _LAST_CODE or first > last or last - first > 0xFFFF:
            raise Broken(Words("字符表不对"))
        yield from range(first if glyph else first + 1, last + 1)


def _variations(cmap: bytes, start: int) -> Iterator[tuple[int, int]]:
    """Format 14: forms that a selector behind the character chooses. Both the usual form and another one count."""
    records = struct.unpack_from(">I", cmap, start + 6)[0]
    seen = 0
    for number in range(records):
        at = start + 10 + 11 * number
        selector = int.from_bytes(cmap[at : at + 3])
        usual, other = struct.unpack_from(">II", cmap, at + 3)
        if usual:
            for place in range(struct.unpack_from(">I", cmap, start + usual)[0]):
                entry = start + usual + 4 + 4 * place
                first, more = int.from_bytes(cmap[entry : entry + 3]), cmap[entry + 3]
                yield from ((code, selector) for code in range(first, first + more + 1))
                seen += more + 1
        if other:
            for place in range(struct.unpack_from(">I", cmap, start + other)[0]):
                entry = start + other + 4 + 5 * place
                yield int.from_bytes(cmap[entry : entry + 3]), selector
                cmap[entry + 4]  # a table that ends early is broken
                seen += 1
        if seen > _MOST_PAIRS:
            raise Broken(Words("字符表不对"))
