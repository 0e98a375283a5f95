"""Where the rows of a table lie in an SQLite file: read from its pages, not through SQL (sqlite.org/fileformat2)."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

LEAF, INTERIOR = 0x0D, 0x05


def places_of_rows(file: Path, table: str) -> list[tuple[int, int, int]]:
    """(page, offset in the page, rowid) of every row of the table, in the order of the file."""
    connection = sqlite3.connect(f"file:{file}?mode=ro", uri=True)
    (root,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", [table]).fetchone()
    connection.close()
    content = file.read_bytes()
    size = int.from_bytes(content[16:18]) or 1
    return sorted(_cells(content, 65536 if size == 1 else size, root))


def _cells(content: bytes, size: int, number: int) -> Iterator[tuple[int, int, int]]:
    start = (number - 1) * size
    page = content[start : start + size]
    head = 100 if number == 1 else 0
    kind, cells = page[head], int.from_bytes(page[head + 3 : head + 5])
    pointers = head + (12 if kind == INTERIOR else 8)
    offsets = [int.from_bytes(page[pointers + 2 * i : pointers + 2 * i + 2]) for i in range(cells)]
    if kind == LEAF:
        for offset in offsets:
            _, after = read_varint(page, offset)
            rowid, _ = read_varint(page, after)
            yield number, offset, rowid
        return
    if kind != INTERIOR:
        raise ValueError(f"page {number} is no page of a table: {kind:#x}")
    for offset in offsets:
        yield from _cells(content, size, int.from_bytes(page[offset : offset + 4]))
    yield from _cells(content, size, int.from_bytes(page[head + 8 : head + 12]))


def read_varint(data: bytes, place: int) -> tuple[int, int]:
    """The number at this place and the place after it."""
    value = 0
    for count in range(8):
        byte = data[place + count]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, place + count + 1
    return value << 8 | data[place + 8], place + 9


def varint(value: int) -> bytes:
    """The number as the file keeps it."""
    if value >= 2**56:
        head = value >> 8
        return bytes([0x80 | head >> 7 * place & 0x7F for place in range(7, -1, -1)]) + bytes([value & 0xFF])
    parts = [value & 0x7F]
    while value := value >> 7:
        parts.append(0x80 | value & 0x7F)
    return bytes(reversed(parts))
