"""What follows the body: attachment note, issuer and date, and the copy line at the foot of the last page."""

from fractions import Fraction

from pingyi.documents.domain.numbering import attachment_lines
from pingyi.documents.domain.signature import place_signature, width_of
from pingyi.documents.domain.tree import Signature
from pingyi.documents.render.docx.text import BODY, CHARACTER, blank_line, paragraph, run
from pingyi.documents.render.docx.xml import Element, twips, w

_COPY = BODY.sized(14)
_COPY_CHARACTER = 280


def attachments(names: tuple[str, ...]) -> list[Element]:
    """One empty line, then the names two characters in; a name that wraps goes on under its first character."""
    if not names:
        return []
    lines = [blank_line()]
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
        lines.append(paragraph(run(text + name, BODY), align="left", indent=indent))
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


def copy_line(names: tuple[str, ...], width_mm: float) -> list[Element]:
    """抄送 between two lines at the foot of the last page."""
    if not names:
        return []
    edge: dict[str, str | int] = {"val": "single", "sz": 8, "space": 4, "color": "000000"}
    frame = {
        "wrap": "around",
        "hAnchor": "margin",
        "vAnchor": "margin",
        "xAlign": "center",
        "yAlign": "bottom",
    }
    properties = w(
        "pPr",
        w("framePr", w=twips(width_mm), **frame),
        w("pBdr", w("top", **edge), w("bottom", **edge)),
        w("spacing", line=480, lineRule="exact"),
        w("ind", left=4 * _COPY_CHARACTER, right=_COPY_CHARACTER, hanging=3 * _COPY_CHARACTER),
    )
    return [w("p", properties, run(f"抄送：{'，'.join(names)}。", _COPY))]
