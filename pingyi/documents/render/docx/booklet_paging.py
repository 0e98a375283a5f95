"""On which pages of the Word file everything begins, as word processors break lines and pages.

The table of contents is right when the file is opened, before anybody renews it. It is renewed as always by whoever
changes the text.
"""

from collections.abc import Iterator
from math import ceil

from pingyi.documents.domain.booklet import Booklet, Chapter, PageNumbers
from pingyi.documents.domain.numbering import numbered
from pingyi.documents.domain.tree import Heading, Paragraph
from pingyi.documents.render.docx.line_breaks import LINE, lines_of

LINES = 22
_INDENT = 32.0  # points, two characters
_TITLE = 22  # points
# The table of contents: lines of 24 points, two lines of the body above the first, room left for the numbers.
_FIRST_ENTRIES, _MORE_ENTRIES = 24, 26
_ENTRY_SIZE, _ENTRY_LINE, _ENTRY_INDENT = 14, LINE - 20, 28.0


def page_numbers(booklet: Booklet) -> PageNumbers:
    """The title page is page 1, the table of contents begins on page 2."""
    page = 2 + _pages_of_contents(booklet)
    starts = []
    for chapter in booklet.chapters:
        starts.append(page)
        page += _pages_of(chapter)
    return PageNumbers(contents=2, chapters=tuple(starts), total=page - 1)


def _pages_of_contents(booklet: Booklet) -> int:
    lines = 0
    for chapter in booklet.chapters:
        if chapter.part:
            lines += lines_of(chapter.part, line=_ENTRY_LINE, size=_ENTRY_SIZE)
        title = chapter.title.replace("\n", "")
        lines += lines_of(title, line=_ENTRY_LINE - _ENTRY_INDENT, size=_ENTRY_SIZE)
    return 1 + max(0, ceil((lines - _FIRST_ENTRIES) / _MORE_ENTRIES))


def _pages_of(chapter: Chapter) -> int:
    """Headings go to the next page when no line of their text would stand below them."""
    pages, used = 1, 0
    kept = 0  # lines of headings that wait for the first line of what follows
    for lines, is_heading in _blocks(chapter):
        if is_heading:
            kept += lines
            continue
        if used + kept + 1 > LINES and used:
            pages, used = pages + 1, 0
        used += kept + lines
        kept = 0
        while used > LINES:
            pages, used = pages + 1, used - LINES
    if kept and used + kept > LINES:
        pages += 1
    return pages


def _blocks(chapter: Chapter) -> Iterator[tuple[int, bool]]:
    """Lines of every block, and whether it stays with the next."""
    if chapter.part:
        yield lines_of(chapter.part), True
    yield lines_of(chapter.title, size=_TITLE), True
    if chapter.byline:
        yield lines_of(chapter.byline), True
    yield 1, True
    for block, number in numbered(chapter.blocks):
        if isinstance(block, Heading):
            yield lines_of(number + block.text, first_indent=_INDENT), True
        elif isinstance(block, Paragraph):
            yield lines_of(block.text, first_indent=_INDENT if block.is_indented else 0.0), False
