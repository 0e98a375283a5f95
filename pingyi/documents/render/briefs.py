"""Briefs in both kinds of file."""

from pingyi.documents.domain.briefs import BriefSheet
from pingyi.documents.render.docx.briefs import render_briefs
from pingyi.documents.render.files import WORD_KIND, RenderedFile
from pingyi.documents.render.pdf.compiler import compile_pdf
from pingyi.documents.render.pdf.data import plain


def word_briefs(sheet: BriefSheet) -> RenderedFile:
    """The .docx, a page for each."""
    return RenderedFile(f"{sheet.file_stem}.docx", WORD_KIND, render_briefs(sheet))


def pdf_briefs(sheet: BriefSheet) -> RenderedFile:
    """The PDF, a page for each."""
    return RenderedFile(f"{sheet.file_stem}.pdf", "application/pdf", compile_pdf("briefs", plain(sheet)))
