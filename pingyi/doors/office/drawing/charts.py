"""Charts as inline SVG with percent coordinates: they print, need no script, and read their numbers aloud.

Order of the grades is always 好 较好 一般 差 不了解, in colour, pattern and words.
"""

from collections.abc import Sequence
from html import escape

from pingyi.core.words import Words, listed
from pingyi.doors.office.drawing.grades import GRADES, SATISFACTION, Grade, grade_named

# Below these widths in percent a number of one, two, three digits does not fit into its segment.
NARROWEST = (4.6, 4.6, 7.0, 9.5)

PATTERNS = (
    '<svg width="0" height="0" style="position:absolute" aria-hidden="true"><defs>'
    '<pattern id="p-poor" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<rect width="5" height="5" style="fill:var(--g-poor)"/>'
    '<rect width="1.4" height="5" style="fill:var(--g-poor-on);opacity:.75"/></pattern>'
    '<pattern id="p-na" width="5" height="5" patternUnits="userSpaceOnUse">'
    '<rect width="5" height="5" style="fill:var(--g-na)"/>'
    '<circle cx="1.5" cy="1.5" r=".8" style="fill:var(--g-na-edge)"/></pattern>'
    '<pattern id="p-hide" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<rect width="6" height="6" style="fill:var(--sunken)"/>'
    '<rect width="1" height="6" style="fill:var(--line-strong)"/></pattern>'
    "</defs></svg>"
)


def draw_stack(counts: Sequence[int], height: int = 20, label: str = "", is_poll: bool = False) -> str:
    """A stacked bar of counts in the order of the grades; the number stands inside where it fits."""
    grades = SATISFACTION if is_poll else GRADES
    total = sum(counts)
    x, parts = 0.0, []
    for grade, count in zip(grades, counts, strict=False):
        if count:
            width = 100 * count / total
            parts.append(_segment(grade, count, x, width, height))
            x += width
    words = listed((f"{grade.word} {count}" for grade, count in zip(grades, counts, strict=False)), "，")
    spoken = Words("{escape}{words}，共 {total} 票", escape=escape(label), words=words, total=total)
    return f'<svg class="stack" role="img" aria-label="{spoken}" height="{height}">{"".join(parts)}</svg>'


def _segment(grade: Grade, count: int, x: float, width: float, height: int) -> str:
    edge = f"stroke:var(--g-{grade.key}-edge)"
    bar = (
        f'<rect x="{x:.3f}%" width="{width:.3f}%" y=".5" height="{height - 1}" '
        f'fill="{_fill(grade)}" style="{edge}"/>'
    )
    digits = min(len(str(count)), len(NARROWEST) - 1)
    if width <= NARROWEST[digits]:
        return bar
    halo = ' class="halo"' if grade.key == "na" else ""
    middle, colour = x + width / 2, f"fill:var(--g-{grade.key}-on)"
    return f'{bar}<text{halo} x="{middle:.3f}%" y="{height / 2}" style="{colour}">{count}</text>'


def draw_legend(has_unknown: bool = True, is_poll: bool = False) -> str:
    """The grades that stand on this ballot."""
    items = "".join(
        '<span><svg width="14" height="14" aria-hidden="true"><rect x=".5" y=".5" width="13" height="13" '
        f'fill="{_fill(grade)}" style="stroke:var(--g-{grade.key}-edge)"/></svg>{grade.word}</span>'
        for grade in (SATISFACTION if is_poll else GRADES)
        if has_unknown or grade.key != "na"
    )
    return f'<span class="legend">{items}</span>'


def draw_grade(code_or_word: str | None, css_class: str = "") -> str:
    """Grade chip: a four-step mark and the word. Shape and word carry the meaning; colour only helps."""
    if not code_or_word:
        return Words('<span class="grade pend">待定</span>')
    grade = grade_named(code_or_word)
    bars = "".join(_step(grade, step) for step in range(4))
    if not grade.steps:
        bars = '<text x="9" y="11" text-anchor="middle" font-size="13" style="fill:var(--ink-2)">?</text>'
    picture = f'<svg width="19" height="12" viewBox="0 0 19 12" aria-hidden="true">{bars}</svg>'
    return f'<span class="{f"grade {css_class}".strip()}">{picture}{grade.word}</span>'


def draw_meter(part: float, whole: float, css_class: str = "") -> str:
    """A thin bar under a number with its denominator. The words beside it say the same."""
    share = min(100.0, 100 * part / whole) if whole else 0.0
    return (
        f'<svg class="{f"meter {css_class}".strip()}" height="5" aria-hidden="true">'
        '<rect width="100%" height="5" rx="2.5" style="fill:var(--sunken)"/>'
        f'<rect width="{share:.2f}%" height="5" rx="2.5" class="fill"/></svg>'
    )


def _fill(grade: Grade) -> str:
    return f"url(#p-{grade.key})" if grade.key in {"poor", "na"} else f"var(--g-{grade.key})"


def _step(grade: Grade, step: int) -> str:
    hollow = "fill:none;stroke:var(--line-strong);stroke-width:.8"
    style = f"fill:var(--g-{grade.key}-edge)" if step < grade.steps else hollow
    place = f'x="{step * 5}" y="{9 - 3 * step}" width="3.4" height="{3 + 3 * step}"'
    return f'<rect {place} rx=".6" style="{style}"/>'
