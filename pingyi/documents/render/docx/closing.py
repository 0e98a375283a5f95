"""What follows the body: attachment note, issuer and date, and what stands at the foot of the last page."""

from collections.abc import Mapping
from fractions import Fraction
from math import ceil

from pingyi.documents.domain.numbering import attachment_lines
from pingyi.documents.domain.official import Imprint
from pingyi.documents.domain.signature import place_signature, width_of
from pingyi.documents.domain.tree import Signature
from pingyi.documents.render.docx.page import Sheet
from pingyi.documents.render.docx.text import BODY, CHARACTER, FIRST_LINE, blank_line, paragraph, run
from pingyi.documents.render.docx.xml import WORD, Element, twips, w

_COPY = BODY.sized(14)
_COPY_CHARACTER = 280
_FOOT_LINE = 480
_LAST_FRAME = 900  # what the lowest line takes with its air and edges
_FOOT_AIR = 4  # points between a line of the foot and its text


def attachments(names: tuple[str, ...], *, keep_next: bool = False) -> list[Element]:
    """One empty line, then the names two characters in; a name that wraps goes on under its first character."""
    if not names:
        return []
    lines = [blank_line(keep_next=keep_next)]
    lead = width_of("附件：")
    for text, name in attachment_lines(names):
        start = 2 + lead if not text.startswith("附件") else Fraction(2)
        hanging = start + width_of(text)
        indent = {
            "leftChars": round(hanging * 100),
            "left": round(hanging * CHARACTER),
            "hangingChars": round((hanging - start) * 100),
            "hanging": round((hanging - start) * CHARACTER),
        }
        lines.append(paragraph(run(text + name, BODY), keep_next=keep_next, align="left", indent=indent))
    return lines


def signature_lines(signature: Signature) -> list[Element]:
    """Issuer over date, kept together with the line above so that they never stand alone on a page."""
    place = place_signature(signature)
    return [
        blank_line(keep_next=True),
        blank_line(keep_next=True),
        _from_right(signature.issuer, place.issuer_right, keep_next=True),
        _from_right(signature.date, place.date_right, keep_next=False),
    ]


def _from_right(text: str, characters: Fraction, *, keep_next: bool) -> Element:
    indent = {"rightChars": round(characters * 100), "right": round(characters * CHARACTER)}
    return paragraph(run(text, BODY), align="right", keep_next=keep_next, close_digits=True, indent=indent)


def note_line(text: str) -> list[Element]:
    """附注 in brackets, two characters in, below the date."""
    return [paragraph(run(f"（{text}）", BODY), indent=FIRST_LINE)] if text else []


def foot(
    copy_to: tuple[str, ...], imprint: Imprint | None, sheet: Sheet, *, has_lines: bool = True
) -> list[Element]:
    """抄送, and who printed it when, between lines at the foot of the last page; in a letter without the lines.

    Each line is a frame of its own: LibreOffice drops a frame of several paragraphs into the text.
    """
    place: dict[str, str | int] = {"yAlign": "bottom"}
    lines = []
    if imprint is not None:
        runs = [run(imprint.printer, _COPY), w("r", w("tab")), run(f"{imprint.printed_on}印发", _COPY)]
        lines.append(_foot_line(runs, sheet, place, has_bottom=True))
    if copy_to:
        text = f"抄送：{'，'.join(copy_to)}。"
        if imprint is not None:
            room = (sheet.text_width / 25.4 * 1440 - 2 * _COPY_CHARACTER) / _COPY_CHARACTER
            rows = 1 + max(ceil((float(width_of(text)) - room) / (room - 3)), 0)
            height = rows * _FOOT_LINE + _LAST_FRAME + 2 * _FOOT_AIR * 20
            place = {"y": twips(sheet.text_height) - height}
        lines.insert(0, _foot_line([run(text, _COPY)], sheet, place, has_bottom=imprint is None, hanging=3))
    if not has_lines:
        for line in lines:
            for borders in line.iter(f"{{{WORD}}}pBdr"):
                borders.clear()
    return lines


def _foot_line(
    runs: list[Element], sheet: Sheet, place: Mapping[str, str | int], *, has_bottom: bool, hanging: int = 0
) -> Element:
    edge: dict[str, str | int] = {"val": "single", "space": _FOOT_AIR, "color": "000000"}
    width = twips(sheet.text_width)
    frame: dict[str, str | int] = {
        "wrap": "around",
        "hAnchor": "margin",
        "vAnchor": "margin",
        "xAlign": "center",
    }
    is_first = "y" in place or hanging or not has_bottom
    properties = w(
        "pPr",
        w("framePr", w=width, **frame, **place),
        w(
            "pBdr",
            w("top", sz=8 if is_first else 6, **edge),
            w("bottom", sz=8, **edge) if has_bottom else None,
        ),
        None if hanging else w("tabs", w("tab", val="right", pos=width - _COPY_CHARACTER)),
        w("snapToGrid", val=0),
        w("spacing", line=_FOOT_LINE, lineRule="exact"),
        w(
            "ind",
            left=(1 + hanging) * _COPY_CHARACTER,
            right=_COPY_CHARACTER,
            hanging=hanging * _COPY_CHARACTER,
        ),
    )
    return w("p", properties, *runs)
