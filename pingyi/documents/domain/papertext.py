"""The body of a paper as plain text for editing: one paragraph a line, headings by their number, tables by their name.

    一、总体安排
    全校34个党组织的书记述职。
    〔表　日程安排〕
    〔附件　述职人员名册〕

The marks before headings are counted again when the text is read; a table stands where its line stands and its cells
always come from the rows. What follows an attachment line belongs to that attachment.
"""

import re
from collections.abc import Iterable, Mapping

from pingyi.documents.domain.numbering import numbered
from pingyi.documents.domain.tree import Attachment, Block, Document, Heading, Paragraph, Table

_CHINESE = "[一二三四五六七八九十]+"
_MARKS = (
    re.compile(rf"{_CHINESE}、"),
    re.compile(rf"[（(]{_CHINESE}[）)]"),
    re.compile(r"\d+[.．]"),
    re.compile(r"[（(]\d+[）)]"),
)
_LONGEST_HEADING = 40
_ENDS_OF_SENTENCES = "。；：，！？、"
_TABLE = re.compile(r"〔表[ \u3000]*(?P<name>[^〕]+)〕")
_ATTACHMENT = re.compile(r"〔附件[ \u3000]*(?P<name>[^〕]+)〕")


def text_of(document: Document) -> str:
    """The document's body and attachments for editing."""
    lines = _lines(document.blocks)
    for one in document.enclosed:
        title = one.title.replace("\n", "")
        lines += [f"〔附件　{title}〕", *_lines(one.blocks)]
    return "\n".join(lines)


def tables_of(document: Document) -> dict[str, Table]:
    """The tables of a document by their names."""
    blocks = [*document.blocks, *(block for one in document.enclosed for block in one.blocks)]
    return {block.caption: block for block in blocks if isinstance(block, Table)}


def read_text(text: str, tables: Mapping[str, Table]) -> tuple[tuple[Block, ...], tuple[Attachment, ...]]:
    """Blocks and attachments of an edited text. The name of a table that does not exist stays as a line of text."""
    body: list[Block] = []
    enclosed: list[tuple[str, list[Block]]] = []
    for line in (one.strip() for one in text.splitlines()):
        found = _ATTACHMENT.fullmatch(line)
        if found:
            enclosed.append((found["name"].strip(), []))
        elif line:
            (enclosed[-1][1] if enclosed else body).append(_block(line, tables))
    return tuple(body), tuple(Attachment(title, tuple(blocks)) for title, blocks in enclosed)


def unknown_tables(text: str, tables: Iterable[str]) -> list[str]:
    """Names of tables in the text that the paper does not have."""
    known = set(tables)
    found = (_TABLE.fullmatch(line.strip()) for line in text.splitlines())
    return [one["name"].strip() for one in found if one and one["name"].strip() not in known]


def _lines(blocks: tuple[Block, ...]) -> list[str]:
    return [
        f"〔表　{block.caption}〕" if isinstance(block, Table) else number + block.text.replace("\n", "")
        for block, number in numbered(blocks)
    ]


def _block(line: str, tables: Mapping[str, Table]) -> Block:
    table = _TABLE.fullmatch(line)
    if table and table["name"].strip() in tables:
        return tables[table["name"].strip()]
    for level, mark in enumerate(_MARKS, start=1):
        found = mark.match(line)
        if found and _is_heading(line[found.end() :]):
            return Heading(line[found.end() :].strip(), level)
    return Paragraph(line)


def _is_heading(rest: str) -> bool:
    return 0 < len(rest.strip()) <= _LONGEST_HEADING and rest.strip()[-1] not in _ENDS_OF_SENTENCES
