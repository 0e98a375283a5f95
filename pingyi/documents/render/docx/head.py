"""The head of an official document: corner lines, the red mark, the number, the red line 4 mm below it."""

from pingyi.documents.domain.mark import mark_size
from pingyi.documents.domain.official import HeadForm, Masthead
from pingyi.documents.render.docx.text import (
    BODY,
    CHARACTER,
    HEI,
    KAI,
    LINE_PITCH,
    TITLE,
    blank_line,
    paragraph,
    run,
)
from pingyi.documents.render.docx.xml import WORD, Element, twips, w

RED = "FF0000"
TEXT_WIDTH = twips(156)
_MARK_TOP_MM = 35  # upper edge of the mark below the type area's
# A line of exact height puts the air above its characters; the square of a character fills this much of its line.
_LINE_OF_MARK = 1.3
_LINE_OF_LETTER = 1.25
_AIR_ABOVE = 0.18
_AIR_BELOW_NUMBER = 6  # points between the feet of the characters and the end of their line


def masthead(head: Masthead) -> list[Element]:
    """Everything down to the red line and the two empty lines before the title."""
    if head.form is HeadForm.LETTER:
        return _letter(head)
    lines = [_corner_line(text, is_hei=is_hei) for text, is_hei in head.corner]
    lines.append(_mark(head, above=len(lines)))
    if head.form is HeadForm.MINUTES:
        lines += [blank_line(), _red_line()]
    else:
        lines += [blank_line(), blank_line(), _number(head)]
    return [*lines, blank_line(keep_next=True), blank_line(keep_next=True)]


def _letter(head: Masthead) -> list[Element]:
    """信函: mark and both double lines in frames of their own, number and corner lines under the upper one."""
    size = mark_size(head.mark).points
    top = twips(30) - round(size * _AIR_ABOVE * 20)
    mark = _mark(head, above=0)
    properties = mark[0]
    for spare in properties.findall(f"{{{WORD}}}keepNext") + properties.findall(f"{{{WORD}}}spacing"):
        properties.remove(spare)
    properties.insert(0, _letter_frame(top))
    upper = w("bottom", val="thickThinSmallGap", sz=24, space=4, color=RED)
    properties.insert(1, w("pBdr", upper))
    properties.insert(
        3, w("spacing", before=0, after=0, line=round(size * _LINE_OF_LETTER * 20), lineRule="exact")
    )
    lower = w("top", val="thinThickSmallGap", sz=24, space=0, color=RED)
    exact = w("spacing", line=20, lineRule="exact")
    below = w("p", w("pPr", _letter_frame(twips(277)), w("pBdr", lower), exact))
    gap = w("p", w("pPr", w("snapToGrid", val=0), w("spacing", line=7 * CHARACTER // 8, lineRule="exact")))
    first, *others = head.corner or (("", False),)
    right = w("tabs", w("tab", val="right", pos=TEXT_WIDTH))
    line = w(
        "p",
        w("pPr", w("keepNext"), right, w("autoSpaceDE", val=0), w("autoSpaceDN", val=0), w("jc", val="left")),
    )
    line.extend([run(first[0], HEI if first[1] else BODY), w("r", w("tab")), run(head.number, BODY)])
    rest = [_corner_line(text, is_hei=is_hei) for text, is_hei in others]
    return [mark, below, gap, line, *rest, blank_line(keep_next=True), blank_line(keep_next=True)]


def _letter_frame(y: int) -> Element:
    place: dict[str, str | int] = {
        "wrap": "around",
        "hAnchor": "page",
        "vAnchor": "page",
        "xAlign": "center",
        "y": y,
    }
    return w("framePr", w=twips(170), **place)


def _corner_line(text: str, *, is_hei: bool) -> Element:
    return paragraph(run(text, HEI if is_hei else BODY), align="left")


def _mark(head: Masthead, above: int) -> Element:
    """The red mark in one line, its upper edge 35 mm below that of the type area."""
    size = mark_size(head.sized_as or head.mark)
    line = round(size.points * _LINE_OF_MARK * 20)
    before = twips(_MARK_TOP_MM) - above * LINE_PITCH - round(size.points * _AIR_ABOVE * 20)
    text = run(head.mark, TITLE.sized(size.points))
    look = text.find(f"{{{WORD}}}rPr")
    assert look is not None  # noqa: S101 - every run of ours has properties
    look.insert(1, w("color", val=RED))
    if size.stretch != 1:
        look.insert(2, w("w", val=round(size.stretch * 100)))
    return w(
        "p",
        w(
            "pPr",
            w("keepNext"),
            w("snapToGrid", val=0),
            w("spacing", before=max(before, 0), after=0, line=line, lineRule="exact"),
            w("jc", val="center"),
        ),
        text,
    )


def _number(head: Masthead) -> Element:
    """The number centred, or left with who signs on the right, over the red line."""
    if not head.signatory:
        return _over_red_line([run(head.number, BODY)], align="center")
    tab = w("r", w("tab"))
    runs = [tab, run(head.number, BODY), tab, run("签发人：", BODY), run(head.signatory, KAI)]
    return _over_red_line(runs, align="left", is_split=True)


def _over_red_line(runs: list[Element], *, align: str, is_split: bool = False) -> Element:
    edge = w("bottom", val="single", sz=12, space=round(4 / 25.4 * 72) - _AIR_BELOW_NUMBER, color=RED)
    right = w("tab", val="right", pos=TEXT_WIDTH - CHARACTER)
    properties = w(
        "pPr",
        w("keepNext"),
        w("pBdr", edge),
        # Tabs, not an indent: the red line would begin where the text does.
        w("tabs", w("tab", val="left", pos=CHARACTER), right) if is_split else None,
        w("autoSpaceDE", val=0),
        w("autoSpaceDN", val=0),
        w("jc", val=align),
    )
    return w("p", properties, *runs)


def _red_line() -> Element:
    edge = w("top", val="single", sz=12, space=0, color=RED)
    return w("p", w("pPr", w("pBdr", edge), w("spacing", line=20, lineRule="exact")))
