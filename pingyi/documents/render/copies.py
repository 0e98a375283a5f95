"""Numbered copies of one official document: all of them as one PDF, and Word files with another copy's number."""

import re
from collections.abc import Sequence
from io import BytesIO
from zipfile import ZipFile

from pingyi.documents.domain.tree import Document
from pingyi.documents.render.pdf.compiler import compile_pdf, compile_pdf_with_pages
from pingyi.documents.render.pdf.data import copies_data, document_data

_TEXTS = re.compile(r"(<w:t(?: [^>]*)?>)([^<]*)(</w:t>)")


def pages_of(document: Document) -> int:
    """How many pages one copy has."""
    _, found = compile_pdf_with_pages("document", document_data(document), ("end",))
    return found["end"][0]


def pdf_of_copies(document: Document, numbers: Sequence[str], pages_each: int) -> bytes:
    """One PDF to print on both sides: each copy counts its pages from 1 and begins on the front of a sheet."""
    data = copies_data(document, tuple(numbers), is_back_blank=pages_each % 2 == 1)
    return compile_pdf("document", data)


class CountedWord:
    """A Word file in which the number of its copy stands in one place; other copies differ there only."""

    def __init__(self, content: bytes, number: str) -> None:
        with ZipFile(BytesIO(content)) as package:
            self._parts = [(entry, package.read(entry)) for entry in package.infolist()]
        self._number = re.compile(rf"(?<!\d){number}(?!\d)")
        found = [
            (place, len(self._number.findall(text)))
            for place, (entry, part) in enumerate(self._parts)
            if entry.filename.startswith("word/") and entry.filename.endswith(".xml")
            for _, text, _ in _TEXTS.findall(part.decode("utf-8", errors="replace"))
        ]
        hits = [place for place, count in found for _ in range(count)]
        self._place = hits[0] if len(hits) == 1 else None

    @property
    def is_counted(self) -> bool:
        """Whether the number stands in it, and once only."""
        return self._place is not None

    def copy(self, number: str) -> bytes:
        """The file as the copy of this number; the other parts stay byte for byte as they are."""
        if self._place is None:
            raise ValueError("no place for the number of a copy")
        written = BytesIO()
        with ZipFile(written, "w") as package:
            for place, (entry, part) in enumerate(self._parts):
                package.writestr(entry, self._renumbered(part, number) if place == self._place else part)
        return written.getvalue()

    def _renumbered(self, part: bytes, number: str) -> bytes:
        def put(match: re.Match[str]) -> str:
            return match[1] + self._number.sub(number, match[2]) + match[3]

        return _TEXTS.sub(put, part.decode()).encode()
