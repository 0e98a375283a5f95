"""The guard for every uploaded package of XML parts (.xlsx, .docx), before anything parses it.

The directory of a zip may lie about sizes, so every part is unpacked in small pieces and counted; XML that declares
entities is refused, whatever parser would read it later. What is said to people is up to whoever takes the file.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum

MEGABYTE = 1024 * 1024
CHUNK = 256 * 1024
OVERLAP = 512
COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
# A small file may grow by more than its ratio allows: empty forms are mostly repetition.
SMALL_PACKAGE = 50_000
_DOCTYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_DECLARED = re.compile(rb"""^\s*<\?xml[^>]*encoding\s*=\s*["']([^"']+)["']""")
_PLAIN = (b"utf-8", b"utf8", b"us-ascii")
_UNPACKING_ERRORS = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,
    ValueError,
)


class Trouble(StrEnum):
    SUSPICIOUS = "suspicious"
    PASSWORD = "password"  # noqa: S105 (a kind of trouble)
    BOMB = "bomb"
    BROKEN = "broken"


class PackageTrouble(Exception):
    """Why a package is not opened."""

    def __init__(self, kind: Trouble) -> None:
        super().__init__(kind.value)
        self.kind = kind


@dataclass
class Allowance:
    """How many bytes all parts together may still unpack to."""

    left: int

    @classmethod
    def of(cls, packed_bytes: int, *, unpacked_bytes: int, ratio: int) -> "Allowance":
        return cls(min(unpacked_bytes, max(packed_bytes, SMALL_PACKAGE) * ratio))

    def spend(self, size: int) -> None:
        self.left -= size
        if self.left < 0:
            raise PackageTrouble(Trouble.BOMB)


@contextmanager
def opened(content: bytes) -> Iterator[zipfile.ZipFile]:
    """The package as a zip; whatever odd bytes do to the unpacking is the same trouble: broken."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            yield archive
    except _UNPACKING_ERRORS as error:
        raise PackageTrouble(Trouble.BROKEN) from error


def names_in(archive: zipfile.ZipFile, *, most: int) -> set[str]:
    """The names of the parts, if there are not too many, none twice and none encrypted."""
    entries = archive.infolist()
    names = {entry.filename for entry in entries}
    if len(entries) > most or len(names) != len(entries):
        raise PackageTrouble(Trouble.SUSPICIOUS)
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise PackageTrouble(Trouble.PASSWORD)
    return names


def has_macros(names: set[str]) -> bool:
    return any(name.lower().endswith(("vbaproject.bin", "vbadata.xml")) for name in names)


def is_xml(name: str) -> bool:
    return name.lower().endswith((".xml", ".rels", ".vml"))


def pieces_of(
    archive: zipfile.ZipFile, entry: zipfile.ZipInfo, allowance: Allowance
) -> Iterator[tuple[bytes, bytes]]:
    """The part in pieces, each with the end of the one before it: counted, and looked through if it is XML."""
    tail, is_first, is_text = b"", True, is_xml(entry.filename)
    with archive.open(entry) as part:
        while chunk := part.read(CHUNK):
            allowance.spend(len(chunk))
            if is_text:
                if is_first:
                    _check_encoding(chunk)
                if _DOCTYPE.search(tail + chunk):
                    raise PackageTrouble(Trouble.SUSPICIOUS)
            yield tail, chunk
            tail, is_first = chunk[-OVERLAP:], False


def _check_encoding(start: bytes) -> None:
    declared = _DECLARED.search(start.removeprefix(b"\xef\xbb\xbf")[:300])
    is_plain = declared is None or declared.group(1).lower() in _PLAIN
    if not is_plain or b"\0" in start[:200]:
        raise PackageTrouble(Trouble.SUSPICIOUS)
