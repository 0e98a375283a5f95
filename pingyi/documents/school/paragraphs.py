"""The paragraphs of a Word file as a person sees them: tags that Word cut into several runs are whole again."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import fromstring

from pingyi.core.text import shorten

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
# What docxtpl fills; a tag anywhere else would stay as it is.
FILLED = {"word/document.xml": "正文", "word/footnotes.xml": "脚注"}
_SEEN = {"word/endnotes.xml": "尾注", "word/comments.xml": "批注"}
_PROPERTIES = "docProps/core.xml"
_FILLED_PROPERTIES = ("title", "subject", "creator", "description")


@dataclass(frozen=True)
class Paragraph:
    """`in_row` says that it stands in a table row; `is_filled` that tags in it are replaced."""

    part: str
    number: int
    text: str
    in_row: bool
    is_filled: bool

    @property
    def place(self) -> str:
        """The place in words, with the beginning of what stands there."""
        return f"{self.part}第{self.number}段（“{shorten(self.text.strip(), 24)}”）"


def roots_of(parts: Mapping[str, bytes]) -> dict[str, Element]:
    """The parts that hold text, parsed."""
    names = [name for name in parts if words_of(name)]
    return {name: fromstring(parts[name]) for name in sorted(names)}


def words_of(name: str) -> str:
    """What a part is called: 正文, 页眉 …; empty for parts without text of people."""
    if name in FILLED or name in _SEEN:
        return {**FILLED, **_SEEN}[name]
    if name == _PROPERTIES:
        return "文件属性"
    if name.startswith("word/header") and name.endswith(".xml"):
        return "页眉"
    if name.startswith("word/footer") and name.endswith(".xml"):
        return "页脚"
    return ""


def paragraphs_in(roots: Mapping[str, Element]) -> list[Paragraph]:
    """All paragraphs that hold any text, in the order of the parts."""
    found = []
    for name, root in roots.items():
        number = 0
        if name == _PROPERTIES:
            found += _properties(root)
            continue
        for paragraph, in_row in _walk(root, in_row=False):
            text = "".join(_texts(paragraph))
            if text.strip():
                number += 1
                found.append(Paragraph(words_of(name), number, text, in_row, is_filled=name not in _SEEN))
    return found


def _properties(root: Element) -> list[Paragraph]:
    found = []
    for number, node in enumerate(root, start=1):
        is_filled = str(node.tag).rpartition("}")[2] in _FILLED_PROPERTIES
        found.append(
            Paragraph(words_of(_PROPERTIES), number, node.text or "", in_row=False, is_filled=is_filled)
        )
    return found


def _walk(root: Any, *, in_row: bool) -> Iterator[tuple[Any, bool]]:
    waiting = [(root, in_row)]
    while waiting:
        node, inside = waiting.pop()
        if node.tag == _FALLBACK:  # the same text box again, for old programs
            continue
        if node.tag == f"{W}p":
            yield node, inside
        inner = inside or node.tag == f"{W}tr"
        waiting.extend((child, inner) for child in reversed(list(node)))


def _texts(paragraph: Any) -> Iterator[str]:
    """The text of one paragraph, without that of text boxes anchored in it."""
    waiting = list(reversed(list(paragraph)))
    while waiting:
        node = waiting.pop()
        if node.tag in (f"{W}p", f"{W}txbxContent", _FALLBACK):
            continue
        if node.tag == f"{W}t":
            yield node.text or ""
        elif node.tag in (f"{W}tab", f"{W}br"):
            yield " "
        waiting.extend(reversed(list(node)))
