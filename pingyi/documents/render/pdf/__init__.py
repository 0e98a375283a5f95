"""PDF files by typst, with the project's own fonts: the same bytes for the same tree on every machine."""

from pingyi.documents.domain.cards import CardSheet
from pingyi.documents.domain.forms import Form
from pingyi.documents.domain.tree import Document
from pingyi.documents.render.pdf.compiler import compile_pdf
from pingyi.documents.render.pdf.data import cards_data, document_data, form_data

Printable = Document | Form | CardSheet


def render(tree: Printable) -> bytes:
    """The tree as the bytes of a PDF file."""
    if isinstance(tree, Document):
        return compile_pdf("document", document_data(tree))
    if isinstance(tree, Form):
        return compile_pdf("form", form_data(tree))
    return compile_pdf("cards", cards_data(tree))
