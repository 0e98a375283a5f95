"""A booklet as a Word file: a real table of contents with its entries filled in, a running head for every text.

The page numbers of the entries are counted beforehand (`booklet_paging`), so that they are there when the file is
opened for the first time.
"""

from pingyi.documents.domain.booklet import Booklet, Chapter, PageNumbers
from pingyi.documents.domain.numbering import numbered
from pingyi.documents.domain.tree import Heading, Paragraph
from pingyi.documents.render.docx.booklet_contents import contents
from pingyi.documents.render.docx.booklet_package import pack_booklet
from pingyi.documents.render.docx.booklet_sections import bookmarked, end_section, header_part, section_mark
from pingyi.documents.render.docx.page import footer
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

_FACES = {1: HEI, 2: KAI, 3: BODY, 4: BODY}
_TOP = 3_600  # twentieths of a point above the title


def render_booklet(booklet: Booklet, pages: PageNumbers) -> bytes:
    """The booklet as the bytes of a .docx file; `pages` are the numbers that stand in the table of contents."""
    heads = ["目录", *(chapter.running_head for chapter in booklet.chapters)]
    return pack_booklet(
        title=booklet.title.replace("\n", ""),
        body=_body(booklet, pages),
        headers=[header_part(booklet.kind, head) for head in heads],
        odd_footer=footer("right"),
        even_footer=footer("left"),
    )


def _body(booklet: Booklet, pages: PageNumbers) -> Element:
    groups = [_title_page(booklet), contents(booklet, pages)]
    groups += [_chapter(chapter, place) for place, chapter in enumerate(booklet.chapters, start=1)]
    # The title page has no running head; number 1 is that of the table of contents.
    for place, group in enumerate(groups[:-1]):
        end_section(group[-1], section_mark(place))
    elements = [element for group in groups for element in group]
    return w("document", w("body", *elements, section_mark(len(groups) - 1)))


def _title_page(booklet: Booklet) -> list[Element]:
    title = _large(booklet.title, 26, before=_TOP, line=760)
    kind = _large(booklet.kind, 32, before=400, after=600, line=900)
    facts = [paragraph(run(line, BODY), align="center") for line in booklet.facts]
    room = max(1, 7 - len(booklet.facts) - len(booklet.imprint) + 2 - booklet.title.count("\n"))
    imprint = [paragraph(run(line, BODY), align="center") for line in booklet.imprint]
    return [title, kind, *facts, *(blank_line() for _ in range(room)), *imprint]


def _large(text: str, size: int, **spacing: int) -> Element:
    return w(
        "p",
        w(
            "pPr",
            w("pStyle", val="Title"),
            w("spacing", lineRule="exact", **spacing),
        ),
        run(text, TITLE.sized(size)),
    )


def _chapter(chapter: Chapter, place: int) -> list[Element]:
    elements = []
    if chapter.part:
        elements.append(
            paragraph(*bookmarked(run(chapter.part, HEI), f"_Toc1{place:04d}", 2 * place), style="Heading1")
        )
    elements.append(
        paragraph(
            *bookmarked(run(chapter.title, TITLE), f"_Toc2{place:04d}", 2 * place + 1), style="Heading2"
        )
    )
    if chapter.byline:
        elements.append(paragraph(run(chapter.byline, KAI), keep_next=True, align="center"))
    elements.append(blank_line(keep_next=True))
    for block, number in numbered(chapter.blocks):
        if isinstance(block, Heading):
            line = run(number + block.text, _FACES[block.level])
            style = f"Heading{min(4, block.level + 2)}"
            elements.append(paragraph(line, style=style, keep_next=True, indent=FIRST_LINE))
        elif isinstance(block, Paragraph):
            elements.append(body_paragraph(block.text, is_indented=block.is_indented))
    return elements
