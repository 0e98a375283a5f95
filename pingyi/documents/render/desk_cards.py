"""Desk cards as PDF."""

from pingyi.documents.domain.desk_cards import DeskCardSheet
from pingyi.documents.render.files import RenderedFile
from pingyi.documents.render.pdf.compiler import compile_pdf
from pingyi.documents.render.pdf.data import plain


def pdf_desk_cards(sheet: DeskCardSheet) -> RenderedFile:
    """One page A4 for each card, whatever is on it."""
    return RenderedFile(f"{sheet.file_stem}.pdf", "application/pdf", compile_pdf("desk_cards", plain(sheet)))
