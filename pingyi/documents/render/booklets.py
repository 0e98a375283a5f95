"""A booklet in both kinds of file, each with the page numbers that are true in it.

Both have 22 lines of 28 characters. Word processors break some lines otherwise than typst does, so that a text may
begin a page earlier or later in the one than in the other.
"""

from dataclasses import dataclass

from pingyi.documents.domain.booklet import Booklet, PageNumbers
from pingyi.documents.render.docx.booklet import render_booklet
from pingyi.documents.render.docx.booklet_paging import page_numbers
from pingyi.documents.render.files import WORD_KIND, RenderedFile
from pingyi.documents.render.pdf.compiler import compile_pdf_with_pages
from pingyi.documents.render.pdf.data import booklet_data


@dataclass(frozen=True)
class Bound:
    """The file and where everything stands in it."""

    pages: PageNumbers
    file: RenderedFile


def pdf_booklet(booklet: Booklet) -> Bound:
    """The PDF; the pages are asked of the compiler that set them."""
    content, found = compile_pdf_with_pages("booklet", booklet_data(booklet), ("contents", "chapter", "end"))
    pages = PageNumbers(found["contents"][0], tuple(found["chapter"]), found["end"][0])
    return Bound(pages, RenderedFile(f"{booklet.file_stem}.pdf", "application/pdf", content))


def word_booklet(booklet: Booklet) -> Bound:
    """The .docx; the pages are counted as word processors lay it out."""
    pages = page_numbers(booklet)
    file = RenderedFile(f"{booklet.file_stem}.docx", WORD_KIND, render_booklet(booklet, pages))
    return Bound(pages, file)
