"""Posters as PDF."""

import segno

from pingyi.documents.domain.posters import Poster
from pingyi.documents.render.files import RenderedFile
from pingyi.documents.render.pdf.compiler import compile_pdf
from pingyi.documents.render.pdf.data import plain


def pdf_poster(poster: Poster) -> RenderedFile:
    """One page A4; the code is read from two metres away."""
    code = segno.make(poster.link, error="q", micro=False)
    modules = ["".join("1" if module else "0" for module in row) for row in code.matrix]
    content = compile_pdf("poster", {**plain(poster), "modules": modules})
    return RenderedFile(f"{poster.file_stem}.pdf", "application/pdf", content)
