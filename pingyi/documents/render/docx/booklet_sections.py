"""Sections of a booklet: one for the title page, one for the contents, one for every text, each with its own head."""

from pingyi.documents.domain.tree import Layout
from pingyi.documents.render.docx.page import section
from pingyi.documents.render.docx.text import KAI, run
from pingyi.documents.render.docx.xml import RELATIONS, Element, w

HEAD = KAI.sized(12)


def section_mark(number: int) -> Element:
    """The properties of section `number`, counted from 0 (the title page, which has neither head nor page number)."""
    mark = section(Layout.UPRIGHT)
    if number == 0:
        for reference in mark.findall("./{*}footerReference"):
            mark.remove(reference)
    else:
        for kind in ("even", "default"):
            reference = w("headerReference", type=kind)
            reference.set(f"{{{RELATIONS}}}id", f"head{number}")
            mark.insert(0, reference)
    mark.insert(2 * len(mark.findall("./{*}headerReference")), w("type", val="nextPage"))
    return mark


def end_section(paragraph: Element, mark: Element) -> None:
    """Makes the paragraph the last one of its section, so that no empty paragraph can open a page of its own."""
    properties = paragraph.find("./{*}pPr")
    if properties is None:
        properties = w("pPr")
        paragraph.insert(0, properties)
    properties.append(mark)


def header_part(kind: str, name: str) -> Element:
    """What the booklet is on the left, whose text it is on the right, with a line below."""
    line = w("p", w("pPr", w("pStyle", val="Header")), run(kind, HEAD), w("r", w("tab")), run(name, HEAD))
    return w("hdr", line)


def bookmarked(text: Element, name: str, number: int) -> tuple[Element, Element, Element]:
    """A run between the marks that the table of contents points to."""
    return w("bookmarkStart", id=number, name=name), text, w("bookmarkEnd", id=number)
