"""A rendered tree as the file that a person gets: its name, its kind, its bytes."""

from dataclasses import dataclass

from pingyi.documents.domain.sheets import Workbook
from pingyi.documents.domain.tree import Document
from pingyi.documents.render import docx, pdf, xlsx

_OOXML = "application/vnd.openxmlformats-officedocument"
WORD_KIND = f"{_OOXML}.wordprocessingml.document"


@dataclass(frozen=True)
class RenderedFile:
    name: str
    media_type: str
    content: bytes


def word_file(document: Document) -> RenderedFile:
    """The .docx of an official text."""
    return RenderedFile(f"{document.file_stem}.docx", WORD_KIND, docx.render(document))


def pdf_file(tree: pdf.Printable) -> RenderedFile:
    """The PDF of a text, a form or a sheet of cards."""
    return RenderedFile(f"{tree.file_stem}.pdf", "application/pdf", pdf.render(tree))


def excel_file(workbook: Workbook) -> RenderedFile:
    """The .xlsx of a workbook."""
    return RenderedFile(f"{workbook.file_stem}.xlsx", f"{_OOXML}.spreadsheetml.sheet", xlsx.render(workbook))
