"""A true-scale time line: what was, what comes, and today in red below the line."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

from pingyi.core.words import Words, listed
from pingyi.doors.office.drawing.dates import say_day

WIDTH = 1080
LINE_Y = 34
# A label needs about this much room beside its neighbour; a mark without a label is still a dot.
CHARACTER = 13
LETTER = 7


@dataclass(frozen=True)
class Mark:
    day: date
    label: str
    is_big: bool = False


def draw_axis(marks: Sequence[Mark], today: date) -> str:
    """Marks in order of their days; nothing is drawn for fewer than two different days."""
    marks = sorted(marks, key=lambda mark: mark.day)
    if len({mark.day for mark in marks}) < 2:
        return ""
    first, last = min(marks[0].day, today), max(marks[-1].day, today)
    scale = (WIDTH - 24) / (last - first).days

    def place(day: date) -> float:
        return round(12 + (day - first).days * scale, 1)

    now_x = place(today)
    words = listed((f"{mark.label}{say_day(mark.day)}" for mark in marks), "，")
    now_words = Words("今天 {say_day}", say_day=say_day(today))
    parts = [
        f'<line x1="0" x2="{WIDTH}" y1="{LINE_Y}" y2="{LINE_Y}" style="stroke:var(--line-strong)"/>',
        f'<line x1="0" x2="{now_x}" y1="{LINE_Y}" y2="{LINE_Y}" style="stroke:var(--ink);stroke-width:3"/>',
        *_dots(marks, [place(mark.day) for mark in marks], today),
        f'<line x1="{now_x}" x2="{now_x}" y1="22" y2="46" style="stroke:var(--red);stroke-width:2.5"/>',
        f'<text class="now" {_anchor(now_x, 50)} y="60">{now_words}</text>',
    ]
    spoken = escape(str(Words("时间轴：{words}，今天{say_day}", words=words, say_day=say_day(today))))
    box = f'viewBox="0 0 {WIDTH} 66" role="img" aria-label="{spoken}"'
    return f'<svg class="axis" {box}>{"".join(parts)}</svg>'


def _dots(marks: Sequence[Mark], places: Sequence[float], today: date) -> list[str]:
    drawn = []
    for mark, x in zip(marks, places, strict=True):
        fill = "var(--ink)" if mark.day <= today else "var(--surface)"
        style = f"fill:{fill};stroke:var(--ink);stroke-width:2"
        drawn.append(f'<circle cx="{x}" cy="{LINE_Y}" r="{7 if mark.is_big else 4.5}" style="{style}"/>')
    for x, text, is_big in _labels_that_fit(marks, places):
        style = f"fill:var(--ink){';font-weight:600' if is_big else ''}"
        drawn.append(f'<text {_anchor(x, _width(text) / 2)} y="16" style="{style}">{escape(text)}</text>')
    return drawn


def _labels_that_fit(marks: Sequence[Mark], places: Sequence[float]) -> list[tuple[float, str, bool]]:
    """The big marks get their labels first; a small one gets it only where it covers no other."""
    chosen: list[tuple[float, str, bool]] = []
    order = sorted(range(len(marks)), key=lambda index: (not marks[index].is_big, index))
    for index in order:
        text = f"{marks[index].label} {say_day(marks[index].day)}"
        x, half = places[index], _width(text) / 2
        middle = _inside(x, half)
        if all(abs(middle - _inside(x2, _width(t) / 2)) > half + _width(t) / 2 + 8 for x2, t, _ in chosen):
            chosen.append((x, text, marks[index].is_big))
    return sorted(chosen)


def _width(text: str) -> float:
    return sum(CHARACTER if ord(letter) > 0x2E7F else LETTER for letter in text)


def _inside(x: float, half: float) -> float:
    return round(min(max(x, half), WIDTH - half), 1)


def _anchor(x: float, half: float) -> str:
    """Centred on its dot; at an edge it starts or ends there, so that larger type is never cut off."""
    if x < half:
        return 'x="0" text-anchor="start"'
    if x > WIDTH - half:
        return f'x="{WIDTH}" text-anchor="end"'
    return f'x="{x}" text-anchor="middle"'
