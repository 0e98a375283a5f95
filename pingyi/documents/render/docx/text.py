"""Runs and paragraphs. Every run names its Chinese font, so that no word processor guesses one."""

from collections.abc import Mapping
from dataclasses import dataclass

from pingyi.documents.domain.typed import printable
from pingyi.documents.render.docx.xml import WORD, Element, w

# 28 characters of 16 pt are 448 pt, the type area is 442: each gives up a quarter of a point.
TIGHTEN = -5
LINE_PITCH = 579  # 22 lines in 225 mm, in twentieths of a point
CHARACTER = 320  # one character of the body, in twentieths of a point
FIRST_LINE = {"firstLineChars": 200, "firstLine": 2 * CHARACTER}


@dataclass(frozen=True)
class Face:
    """A typeface by the names that government computers know, and its size in points."""

    chinese: str
    size: float
    latin: str = "Times New Roman"
    is_tight: bool = True

    def sized(self, size: float) -> "Face":
        return Face(self.chinese, size, self.latin, is_tight=False)


TITLE = Face("方正小标宋简体", 22, is_tight=False)
BODY = Face("仿宋_GB2312", 16)
HEI = Face("黑体", 16)
KAI = Face("楷体_GB2312", 16)
PAGE_NUMBER = Face("宋体", 14, latin="宋体", is_tight=False)


def run(text: str, face: Face) -> Element:
    """A run; line breaks in the text stay line breaks."""
    element = w("r", run_properties(face))
    for number, line in enumerate(printable(text).split("\n")):
        if number:
            element.append(w("br"))
        content = w("t")
        content.text = line
        content.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        element.append(content)
    return element


def run_properties(face: Face) -> Element:
    fonts = w(
        "rFonts", hint="eastAsia", ascii=face.latin, hAnsi=face.latin, eastAsia=face.chinese, cs=face.latin
    )
    half_points = round(face.size * 2)
    return w(
        "rPr",
        fonts,
        w("spacing", val=TIGHTEN) if face.is_tight else None,
        w("sz", val=half_points),
        w("szCs", val=half_points),
    )


def paragraph(
    *runs: Element,
    style: str = "",
    keep_next: bool = False,
    align: str = "",
    close_digits: bool = False,
    indent: Mapping[str, int] | None = None,
) -> Element:
    """A paragraph. `indent` holds the attributes of w:ind (firstLineChars, right …); `close_digits` drops the
    small gap that word processors put between Chinese characters and digits."""
    properties = w(
        "pPr",
        w("pStyle", val=style) if style else None,
        w("keepNext") if keep_next else None,
        w("autoSpaceDE", val=0) if close_digits else None,
        w("autoSpaceDN", val=0) if close_digits else None,
        w("ind", **indent) if indent else None,
        w("jc", val=align) if align else None,
    )
    return w("p", properties if len(properties) else None, *runs)


def body_paragraph(text: str, *, is_indented: bool = True, keep_next: bool = False) -> Element:
    """A paragraph of the body, its first line two characters in unless told otherwise."""
    if not is_indented:
        return paragraph(run(text, BODY), keep_next=keep_next)
    return paragraph(run(text, BODY), keep_next=keep_next, indent=FIRST_LINE)


def blank_line(keep_next: bool = False) -> Element:
    """An empty line of the body's height."""
    line = paragraph(keep_next=keep_next)
    properties = line.find(f"{{{WORD}}}pPr")
    if properties is None:
        properties = w("pPr")
        line.append(properties)
    properties.append(run_properties(BODY))
    return line
