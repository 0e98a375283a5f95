"""A booklet in both kinds of file. The Word file takes its page numbers from the layout of the PDF."""

from dataclasses import dataclass

from pingyi.documents.domain.booklet import Booklet, PageNumbers
from pingyi.documents.render.docx.booklet import render_booklet
from pingyi.documents.render.files import WORD_KIND, RenderedFile
from pingyi.documents.render.pdf.compiler import compile_pdf_with_pages
from pingyi.documents.render.pdf.data import booklet_data


@dataclass(frozen=True)
class LaidOut:
    """The PDF of a booklet and where everything stands in it."""

    booklet: Booklet
    pages: PageNumbers
    pdf: RenderedFile

    @property
    def word(self) -> RenderedFile:
        """The .docx of the same tree."""
        name = f"{self.booklet.file_stem}.docx"
        return RenderedFile(name, WORD_KIND, render_booklet(self.booklet, self.pages))


def lay_out(booklet: Booklet) -> LaidOut:
    """Sets the booklet once; everything that needs a page number comes from it."""
    content, found = compile_pdf_with_pages("booklet", booklet_data(booklet), ("contents", "chapter", "end"))
    pages = PageNumbers(found["contents"][0], tuple(found["chapter"]), found["end"][0])
    return LaidOut(booklet, pages, RenderedFile(f"{booklet.file_stem}.pdf", "application/pdf", content))
