"""Reading made files back with programs that did not make them."""

from io import BytesIO
from zipfile import ZipFile

import docx
from docx.document import Document as WordDocument
from openpyxl import Workbook, load_workbook
from pypdf import PdfReader


def read_word(content: bytes) -> WordDocument:
    return docx.Document(BytesIO(content))


def word_part(content: bytes, name: str) -> str:
    with ZipFile(BytesIO(content)) as archive:
        return archive.read(name).decode()


def read_excel(content: bytes) -> Workbook:
    return load_workbook(BytesIO(content))


def pdf_pages(content: bytes) -> list[str]:
    """The text of every page, its lines as they were set."""
    return [page.extract_text() for page in PdfReader(BytesIO(content)).pages]


def pdf_text(content: bytes) -> str:
    """All text without line breaks and the blanks that a reader puts in."""
    return squeezed("".join(pdf_pages(content)))


def squeezed(text: str) -> str:
    """Text without blanks and without the marks where a long word may be folded."""
    return "".join(text.split()).replace("\u200b", "")
