"""One walk through the blocks of a Word file, in reading order."""

from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from pingyi.core.words import Words
from pingyi.documents.reading.numbering import Numbering
from pingyi.documents.reading.pieces import Kind, Piece
from pingyi.documents.reading.styles import Styles
from pingyi.documents.reading.xml import child, name_of, value_of

# What is inside counts as if the reviser's changes had been accepted.
GONE = {"del", "moveFrom", "delText", "instrText", "pPr", "rPr", "tblPr", "trPr", "tcPr", "sectPr"}
CELL_BETWEEN = "｜"
BREAKS = {"br", "cr"}
PICTURES = {"blip", "imagedata"}
MOST_PIECES = 5_000


class TooManyPieces(Exception):
    """No report has so many paragraphs. The walk stops: a small file can hold millions of them."""


@dataclass
class Walk:
    """`pieces` grows as it goes; notes are said where they are referred to."""

    styles: Styles
    numbering: Numbering
    footnotes: dict[str, Element]
    endnotes: dict[str, Element]
    pieces: list[Piece] = field(default_factory=list)
    pictures: int = 0
    deletions: int = 0
    _boxes: list[Element] = field(default_factory=list)
    _noted: set[str] = field(default_factory=set)

    def blocks(self, parent: Element, kind: Kind | None = None) -> None:
        """Paragraphs and tables, also those inside wrappers. `kind` overrides what they would be by themselves."""
        for block in parent:
            name = name_of(block)
            if name == "p":
                self._paragraph(block, kind)
            elif name == "tbl":
                self._table(block, kind)
            elif name == "AlternateContent":
                chosen = child(block, "Choice")
                self.blocks(block if chosen is None else chosen, kind)
            elif name in {"del", "moveFrom"}:
                self.deletions += 1
            elif name not in GONE and name != "Fallback":
                self.blocks(block, kind)

    def beside(self, root: Element | None, kind: Kind) -> None:
        """Headers, footers, comments."""
        if root is not None:
            self.blocks(root, kind)

    # --- paragraphs ---------------------------------------------------------------------------------------------

    def _paragraph(self, paragraph: Element, kind: Kind | None) -> None:
        properties = child(paragraph, "pPr")
        text = _tidy(self._text(paragraph))
        boxes, self._boxes = self._boxes, []
        level = self._heading_level(properties)
        label = self._label(properties) if text else ""
        if text:
            self._say(self._kind(properties, kind, level, has_label=bool(label)), label + text, level)
        for box in boxes:
            self.blocks(box, kind or Kind.TEXT_BOX)

    def _kind(self, properties: Element | None, kind: Kind | None, level: int, *, has_label: bool) -> Kind:
        if kind is not None:
            return kind
        if self.styles.is_contents(value_of(child(properties, "pStyle"))):
            return Kind.CONTENTS
        if level:
            return Kind.HEADING
        return Kind.LIST_ITEM if has_label else Kind.PARAGRAPH

    def _heading_level(self, properties: Element | None) -> int:
        outline = value_of(child(properties, "outlineLvl"))
        if outline.isdigit() and int(outline) < 9:
            return int(outline) + 1
        return self.styles.heading_level(value_of(child(properties, "pStyle")))

    def _label(self, properties: Element | None) -> str:
        number_id = value_of(child(properties, "numPr", "numId"))
        depth = value_of(child(properties, "numPr", "ilvl")) or "0"
        if not number_id:
            number_id, depth = self.styles.numbering(value_of(child(properties, "pStyle")))
        return self.numbering.label(number_id, int(depth)) if number_id and depth.isdigit() else ""

    def _say(self, kind: Kind, text: str, level: int) -> None:
        if len(self.pieces) > MOST_PIECES:
            raise TooManyPieces
        for line in text.split("\n"):
            if line.strip():
                self.pieces.append(Piece(kind, line.strip(), level if kind == Kind.HEADING else 0))

    # --- words --------------------------------------------------------------------------------------------------

    def _text(self, parent: Element) -> str:
        return "".join(self._words(element) for element in parent)

    def _words(self, element: Element) -> str:
        name = name_of(element)
        if name in {"del", "moveFrom"}:
            self.deletions += 1
        if name in GONE or name == "Fallback":
            return ""
        if name == "t":
            return element.text or ""
        if name in BREAKS:
            return "\n"
        if name in {"tab", "ptab"}:
            return " "
        return self._special(element, name)

    def _special(self, element: Element, name: str) -> str:
        if name in PICTURES:
            self.pictures += 1
        if name == "txbxContent":
            self._boxes.append(element)
            return ""
        if name in {"footnoteReference", "endnoteReference"}:
            return self._note(element, self.footnotes if name == "footnoteReference" else self.endnotes)
        if name == "noBreakHyphen":
            return "-"
        if name == "sym":
            return _symbol(value_of(element, attribute="char"))
        if name == "ruby":
            base, above = child(element, "rubyBase"), child(element, "rt")
            said = self._text(above) if above is not None else ""
            return (self._text(base) if base is not None else "") + (
                Words("（{said}）", said=said) if said else ""
            )
        if name == "AlternateContent":
            chosen = child(element, "Choice")
            return self._text(element if chosen is None else chosen)
        return self._text(element)

    def _note(self, reference: Element, notes: dict[str, Element]) -> str:
        number = value_of(reference, attribute="id")
        if number not in notes or number in self._noted:
            return ""
        self._noted.add(number)
        said = " ".join(_tidy(self._text(line)) for line in notes[number].iter() if name_of(line) == "p")
        self._noted.discard(number)
        return Words("（注：{strip}）", strip=said.strip()) if said.strip() else ""

    # --- tables -------------------------------------------------------------------------------------------------

    def _table(self, table: Element, kind: Kind | None) -> None:
        for row in table.iter():
            if name_of(row) == "tr":
                self._row(row, kind)

    def _row(self, row: Element, kind: Kind | None) -> None:
        cells = []
        for cell in _cells(row):
            lines = [_tidy(self._text(line)) for line in _own_paragraphs(cell)]
            cells.append(" ".join(" ".join(lines).split()))
        boxes, self._boxes = self._boxes, []
        if any(cells):
            self._say(kind or Kind.TABLE_ROW, CELL_BETWEEN.join(cells), 0)
        for box in boxes:
            self.blocks(box, kind or Kind.TEXT_BOX)


def _cells(row: Element) -> list[Element]:
    """The cells of one row, also in wrappers; those of tables inside come with their own rows."""
    found: list[Element] = []
    for element in row:
        if name_of(element) == "tc":
            found.append(element)
        elif name_of(element) in {"sdt", "sdtContent", "customXml", "ins"}:
            found += _cells(element)
    return found


def _own_paragraphs(cell: Element) -> list[Element]:
    found: list[Element] = []
    for element in cell:
        if name_of(element) == "p":
            found.append(element)
        elif name_of(element) not in {"tbl", *GONE}:
            found += _own_paragraphs(element)
    return found


def _symbol(code: str) -> str:
    """A sign of a symbol font: the sign itself if it is one everywhere, else an empty square."""
    try:
        sign = chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
    return sign if sign.isprintable() and not "\ue000" <= sign <= "\uf8ff" else "□"


def _tidy(text: str) -> str:
    """Lines without blanks around them; other blanks as they were."""
    lines = (line.replace("\u00a0", " ").strip(" \t\u3000") for line in text.split("\n"))
    return "\n".join(line for line in lines if line)
