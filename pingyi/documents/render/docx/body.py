"""The text from its title to its last line."""

from pingyi.documents.domain.numbering import numbered
from pingyi.documents.domain.tree import Block, Document, Heading, Paragraph, Table
from pingyi.documents.render.docx.closing import attachments, copy_line, signature_lines
from pingyi.documents.render.docx.page import SHEETS, section
from pingyi.documents.render.docx.table import HEAD, table
from pingyi.documents.render.docx.text import (
    BODY,
    FIRST_LINE,
    HEI,
    KAI,
    TITLE,
    blank_line,
    body_paragraph,
    paragraph,
    run,
)
from pingyi.documents.render.docx.xml import Element, w

_HEADING_FACES = {1: HEI, 2: KAI, 3: BODY, 4: BODY}


def body_of(document: Document) -> Element:
    """The w:document element."""
    width = SHEETS[document.layout].text_width
    elements = [paragraph(run(document.title, TITLE), style="Title"), blank_line(keep_next=True)]
    if document.addressee:
        elements.append(body_paragraph(f"{document.addressee}：", is_indented=False))
    blocks = list(numbered(document.blocks))
    for place, (block, number) in enumerate(blocks):
        is_last = place == len(blocks) - 1 and document.signature is not None and not document.attachments
        elements.extend(_block(block, number, width, is_last=is_last))
    elements.extend(attachments(document.attachments))
    if document.signature is not None:
        elements.extend(signature_lines(document.signature))
    elements.extend(copy_line(document.copy_to, width))
    if document.copy_to or not elements or elements[-1].tag.endswith("}tbl"):
        elements.append(_last_mark())
    return w("document", w("body", *elements, section(document.layout)))


def _block(block: Block, number: str, width_mm: float, *, is_last: bool) -> list[Element]:
    if isinstance(block, Paragraph):
        return [body_paragraph(block.text, is_indented=block.is_indented, keep_next=is_last)]
    if isinstance(block, Heading):
        line = run(number + block.text, _HEADING_FACES[block.level])
        return [paragraph(line, style=f"Heading{block.level}", keep_next=True, indent=FIRST_LINE)]
    return _table(block, width_mm)


def _table(block: Table, width_mm: float) -> list[Element]:
    caption = [paragraph(run(block.caption, HEAD), keep_next=True, align="center")] if block.caption else []
    return [*caption, table(block, width_mm)]


def _last_mark() -> Element:
    """Word wants a paragraph after a table; one point high, it never makes a page of its own."""
    properties = w("pPr", w("spacing", line=20, lineRule="exact"), w("rPr", w("sz", val=2)))
    return w("p", properties)
