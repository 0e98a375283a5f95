"""Briefs as a Word file: one page each, every line of an exact height, so that the page holds what was measured."""

from pingyi.documents.domain.briefs import Brief, BriefSheet, Tone
from pingyi.documents.domain.fitting import lines_needed
from pingyi.documents.domain.tree import Layout
from pingyi.documents.render.docx.package import pack
from pingyi.documents.render.docx.page import footer, section
from pingyi.documents.render.docx.text import BODY, HEI, KAI, TITLE, Face, run
from pingyi.documents.render.docx.xml import Element, twips, w

_WIDTH = 170  # millimetres of text
_LINE = 500  # 25 pt, in twentieths of a point
_PLAIN = Face(BODY.chinese, 16, is_tight=False)
_LEAD = Face(HEI.chinese, 16, is_tight=False)
_QUOTE = Face(KAI.chinese, 16, is_tight=False)
_SMALL = KAI.sized(11)
_FOOT = HEI.sized(11)
# Size in points, characters in a line, lines: the largest that takes the name.
_TITLES = ((24, 19.5, 2, 640), (20, 23.5, 2, 640), (16, 29, 3, 420))


def render_briefs(sheet: BriefSheet) -> bytes:
    """The briefs as the bytes of a .docx file."""
    elements = [
        element
        for place, brief in enumerate(sheet.briefs)
        for element in _brief(brief, sheet.heading, is_first=place == 0)
    ]
    body = w("document", w("body", *elements, _section()))
    return pack(title=sheet.heading, body=body, odd_footer=footer("right"), even_footer=footer("left"))


def _brief(brief: Brief, heading: str, *, is_first: bool) -> list[Element]:
    elements = [_line([run(heading, _SMALL)], line=320, new_page=not is_first), _title(brief.title)]
    elements += [_line([run(fact, _PLAIN)]) for fact in brief.facts]
    for group in brief.groups:
        elements.append(_line([run(group.heading, _LEAD)], before=200, rule=True))
        for row in group.rows:
            face = _QUOTE if row.tone is Tone.QUOTED else _PLAIN
            lead = [run(row.lead, _LEAD)] if row.lead else []
            elements.append(_line([*lead, run(row.text, face)]))
    return [*elements, _line([run(brief.foot, _FOOT)], line=320, before=200, rule=True)]


def _title(text: str) -> Element:
    fitting = (size for size in _TITLES if lines_needed(text, size[1]) <= size[2])
    points, _, _, height = next(fitting, _TITLES[-1])
    return _line([run(text, TITLE.sized(points))], line=height, before=80)


def _line(
    runs: list[Element], *, line: int = _LINE, before: int = 0, rule: bool = False, new_page: bool = False
) -> Element:
    edge: dict[str, str | int] = {"val": "single", "sz": 6, "space": 4, "color": "000000"}
    properties = w(
        "pPr",
        w("pageBreakBefore") if new_page else None,
        w("pBdr", w("top", **edge)) if rule else None,
        w("snapToGrid", val=0),
        w("spacing", before=before, after=0, line=line, lineRule="exact"),
        w("jc", val="left"),
    )
    return w("p", properties, *runs)


def _section() -> Element:
    """A4 with narrow margins and no page number: every page stands for itself."""
    mark = section(Layout.UPRIGHT)
    for reference in mark.findall("./{*}footerReference"):
        mark.remove(reference)
    margins = mark.find("./{*}pgMar")
    if margins is not None:
        mark.remove(margins)
    side, top, bottom = twips((210 - _WIDTH) / 2), twips(15), twips(12)
    new = w(
        "pgMar", top=top, right=side, bottom=bottom, left=side, header=twips(8), footer=twips(8), gutter=0
    )
    mark.insert(1, new)
    return mark
