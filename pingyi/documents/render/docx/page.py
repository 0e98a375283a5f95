"""The sheet: margins of the type area, line grid, page numbers outside it."""

from dataclasses import dataclass

from pingyi.documents.domain.tree import Layout
from pingyi.documents.render.docx.text import LINE_PITCH, PAGE_NUMBER, paragraph, run, run_properties
from pingyi.documents.render.docx.xml import RELATIONS, Element, twips, w


@dataclass(frozen=True)
class Sheet:
    """Measures in millimetres."""

    width: float
    height: float
    top: float
    right: float
    bottom: float
    left: float
    footer: float

    @property
    def text_width(self) -> float:
        return self.width - self.left - self.right

    @property
    def text_height(self) -> float:
        return self.height - self.top - self.bottom


# The wide sheet is the upright one turned so that the head of its tables lies at the binding edge.
SHEETS = {
    Layout.UPRIGHT: Sheet(width=210, height=297, top=37, right=26, bottom=35, left=28, footer=25),
    Layout.WIDE: Sheet(width=297, height=210, top=28, right=37, bottom=26, left=35, footer=16),
}


def section(layout: Layout, *, is_first_unnumbered: bool = False) -> Element:
    """The section's properties, with references to the two footers."""
    sheet = SHEETS[layout]
    size: dict[str, str | int] = {"w": twips(sheet.width), "h": twips(sheet.height)}
    if layout is Layout.WIDE:
        size["orient"] = "landscape"
    return w(
        "sectPr",
        _footer_reference("default", "odd"),
        _footer_reference("even", "even"),
        w("pgSz", **size),
        w(
            "pgMar",
            top=twips(sheet.top),
            right=twips(sheet.right),
            bottom=twips(sheet.bottom),
            left=twips(sheet.left),
            header=twips(15),
            footer=twips(sheet.footer),
            gutter=0,
        ),
        w("titlePg") if is_first_unnumbered else None,
        w("docGrid", type="lines", linePitch=LINE_PITCH),
    )


def _footer_reference(kind: str, relation: str) -> Element:
    reference = w("footerReference", type=kind)
    reference.set(f"{{{RELATIONS}}}id", relation)
    return reference


def footer(side: str) -> Element:
    """— 1 —, one character in from the outer edge: right on odd pages, left on even ones."""
    one = {"rightChars": 100, "right": 280} if side == "right" else {"leftChars": 100, "left": 280}
    number = [_field_mark("begin"), _field_text(" PAGE "), _field_mark("separate"), run("1", PAGE_NUMBER)]
    line = paragraph(
        run("— ", PAGE_NUMBER),
        *number,
        _field_mark("end"),
        run(" —", PAGE_NUMBER),
        style="Footer",
        align=side,
        indent=one,
    )
    return w("ftr", line)


def _field_mark(kind: str) -> Element:
    return w("r", run_properties(PAGE_NUMBER), w("fldChar", fldCharType=kind))


def _field_text(instruction: str) -> Element:
    text = w("instrText")
    text.text = instruction
    return w("r", run_properties(PAGE_NUMBER), text)
