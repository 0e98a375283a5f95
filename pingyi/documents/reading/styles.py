"""Which paragraph styles are headings, and of which level."""

import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from pingyi.documents.reading.xml import child, children, value_of

HEADING = re.compile(r"(?:heading|标题)\s*([1-9])", re.IGNORECASE)
CONTENTS = re.compile(r"(?:toc|目录)\s*[1-9]", re.IGNORECASE)
LONGEST_CHAIN = 12


@dataclass(frozen=True)
class Style:
    name: str
    based_on: str
    outline: str
    number_id: str
    depth: str


class Styles:
    """The paragraph styles of one file."""

    def __init__(self, root: Element | None) -> None:
        self.rows = {value_of(one, attribute="styleId"): _style(one) for one in children(root, "style")}

    def heading_level(self, style_id: str) -> int:
        """1 to 9, or 0 for what is no heading."""
        for style in self._chain(style_id):
            if match := HEADING.fullmatch(style.name.strip()):
                return int(match[1])
            if style.outline.isdigit() and int(style.outline) < 9:
                return int(style.outline) + 1
        return 0

    def is_contents(self, style_id: str) -> bool:
        return any(CONTENTS.fullmatch(style.name.strip()) for style in self._chain(style_id))

    def numbering(self, style_id: str) -> tuple[str, str]:
        """The list that paragraphs of this style belong to, and how deep."""
        for style in self._chain(style_id):
            if style.number_id:
                return style.number_id, style.depth or "0"
        return "", ""

    def _chain(self, style_id: str) -> list[Style]:
        found: list[Style] = []
        while style_id in self.rows and len(found) < LONGEST_CHAIN:
            found.append(self.rows[style_id])
            style_id = found[-1].based_on
        return found


def _style(element: Element) -> Style:
    properties = child(element, "pPr")
    return Style(
        value_of(child(element, "name")),
        value_of(child(element, "basedOn")),
        value_of(child(properties, "outlineLvl")),
        value_of(child(properties, "numPr", "numId")),
        value_of(child(properties, "numPr", "ilvl")),
    )
