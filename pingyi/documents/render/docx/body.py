"""The text from its title to its last line."""

from xml.etree.ElementTree import tostring

from pingyi.documents.domain.numbering import numbered
from pingyi.documents.domain.official import HeadForm
from pingyi.documents.domain.tree import Attachment, Block, Document, Heading, Layout, Paragraph, Table
from pingyi.documents.render.docx.closing import attachments, foot, note_line, signature_lines
from pingyi.documents.render.docx.head import masthead
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
    is_letter = document.masthead is not None and document.masthead.form is HeadForm.LETTER
    elements = masthead(document.masthead) if document.masthead else []
    elements += _title(document.title)
    if document.addressee:
        elements.append(body_paragraph(f"{document.addressee}：", is_indented=False))
    names = document.attachment_names
    is_signed = document.signature is not None
    elements += _blocks(document.blocks, width, is_signed_below=is_signed)
    elements += attachments(names, keep_next=is_signed)
    if document.signature is not None:
        elements += signature_lines(document.signature)
    elements += note_line(document.note)
    for number, one in enumerate(document.enclosed, start=1):
        elements += _enclosed(one, f"附件{number if len(document.enclosed) > 1 else ''}", width)
    elements += _blocks(document.at_end, width)
    at_foot = foot(document.copy_to, document.imprint, SHEETS[document.layout], has_lines=not is_letter)
    elements += at_foot
    if at_foot or not elements or elements[-1].tag.endswith("}tbl"):
        elements.append(_last_mark())
    return w("document", w("body", *elements, section(document.layout, is_first_unnumbered=is_letter)))


def fragment(blocks: tuple[Block, ...], enclosed: tuple[Attachment, ...]) -> str:
    """The same for a part of a text, as XML to be put into another document."""
    width = SHEETS[Layout.UPRIGHT].text_width
    elements = _blocks(blocks, width)
    for number, one in enumerate(enclosed, start=1):
        elements += _enclosed(one, f"附件{number if len(enclosed) > 1 else ''}", width)
    return "".join(tostring(element, encoding="unicode") for element in elements)


def _title(text: str) -> list[Element]:
    return [paragraph(run(text, TITLE), style="Title"), blank_line(keep_next=True)]


def _blocks(blocks: tuple[Block, ...], width: float, *, is_signed_below: bool = False) -> list[Element]:
    elements: list[Element] = []
    for place, (block, number) in enumerate(numbered(blocks)):
        is_last = place == len(blocks) - 1 and is_signed_below
        elements.extend(_block(block, number, width, is_last=is_last))
    return elements


def _enclosed(one: Attachment, mark: str, width: float) -> list[Element]:
    """An attachment on a new page: its mark on the first line, its title on the third."""
    first = w("p", w("pPr", w("keepNext"), w("pageBreakBefore"), w("jc", val="left")), run(mark, HEI))
    return [first, blank_line(keep_next=True), *_title(one.title), *_blocks(one.shown, width)]


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
