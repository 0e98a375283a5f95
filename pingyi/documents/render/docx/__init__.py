"""Word files in the body layout of GB/T 9704-2012, written as a plain OOXML package.

The package is made here rather than from a library's template so that it is small, is the same bytes for the
same tree, speaks Chinese to the word processor, and carries no styles that nobody uses.
"""

from pingyi.documents.domain.tree import Document
from pingyi.documents.render.docx.body import body_of
from pingyi.documents.render.docx.package import pack
from pingyi.documents.render.docx.page import footer


def render(document: Document) -> bytes:
    """The document as the bytes of a .docx file."""
    return pack(
        title=document.title.replace("\n", ""),
        body=body_of(document),
        odd_footer=footer("right"),
        even_footer=footer("left"),
    )
