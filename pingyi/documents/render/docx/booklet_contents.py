"""The table of contents: a field that every word processor can renew, with its entries already in it."""

from pingyi.documents.domain.booklet import Booklet, PageNumbers
from pingyi.documents.render.docx.text import (
    BODY,
    HEI,
    TITLE,
    Face,
    blank_line,
    paragraph,
    run,
    run_properties,
)
from pingyi.documents.render.docx.xml import Element, w

_ENTRY = BODY.sized(14)
_PART = HEI.sized(14)
_FIELD = ' TOC \\o "1-2" \\h \\z '


def contents(booklet: Booklet, pages: PageNumbers) -> list[Element]:
    """The heading and one line for every part and every text. The field begins in the first line, ends in the last."""
    lines = []
    for place, (chapter, page) in enumerate(zip(booklet.chapters, pages.chapters, strict=True), start=1):
        if chapter.part:
            lines.append(_line(chapter.part, page, f"_Toc1{place:04d}", 1))
        lines.append(_line(chapter.title.replace("\n", ""), page, f"_Toc2{place:04d}", 2))
    heading = [paragraph(run("目　录", TITLE), style="Title"), blank_line(keep_next=True)]
    if not lines:
        return heading
    for offset, element in enumerate((_mark("begin"), _instruction(_FIELD), _mark("separate")), start=1):
        lines[0].insert(offset, element)
    lines[-1].append(_mark("end"))
    # The field ends before the paragraph that ends the section: LibreOffice reads the page numbers at the foot while it
    # reads that paragraph, and loses them inside another field.
    return [*heading, *lines, _thin()]


def _thin() -> Element:
    """A paragraph one point high."""
    return w("p", w("pPr", w("spacing", line=20, lineRule="exact"), w("rPr", w("sz", val=2))))


def _line(text: str, page: int, bookmark: str, level: int) -> Element:
    face = _PART if level == 1 else _ENTRY
    link = w(
        "hyperlink",
        run(text, face),
        w("r", run_properties(_ENTRY), w("tab")),
        _mark("begin"),
        _instruction(f" PAGEREF {bookmark} \\h "),
        _mark("separate"),
        run(str(page), _ENTRY),
        _mark("end"),
        anchor=bookmark,
        history=1,
    )
    return w("p", w("pPr", w("pStyle", val=f"TOC{level}")), link)


def _mark(kind: str, face: Face = _ENTRY) -> Element:
    return w("r", run_properties(face), w("fldChar", fldCharType=kind))


def _instruction(words: str) -> Element:
    text = w("instrText")
    text.text = words
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return w("r", run_properties(_ENTRY), text)
