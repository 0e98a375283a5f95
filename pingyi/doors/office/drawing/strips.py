"""The strip of dots of one row of a card: every peer a tick, the median a tall tick, ○ last year, ● this year."""

from pingyi.core.words import Words, listed
from pingyi.review.cards.domain.strip import strip_of
from pingyi.review.cards.domain.table import Row

HEIGHT = 22
_MIDDLE = HEIGHT // 2


def draw_strip(row: Row) -> str:
    """An inline SVG that says its numbers to who cannot see it; nothing where there is no number."""
    strip = strip_of(row)
    if strip is None:
        return ""
    parts = [f'<line x1="0%" x2="100%" y1="{_MIDDLE}" y2="{_MIDDLE}" style="stroke:var(--line-strong)"/>']
    parts += [_tick(place, 3, "var(--line-strong)", 1) for place in strip.ticks]
    if strip.median is not None:
        parts.append(_tick(strip.median, 8, "var(--ink-2)", 1.5))
    if strip.before is not None:
        parts.append(_dot(strip.before, 4, "var(--surface)"))
    if strip.now is not None:
        parts.append(_dot(strip.now, 4.5, "var(--blue)"))
    return (
        f'<svg class="strip" height="{HEIGHT}" role="img" aria-label="{_spoken(row)}">{"".join(parts)}</svg>'
    )


def _spoken(row: Row) -> str:
    told = []
    if row.now:
        told.append(Words("今年{figure}", figure=row.now.text))
    if row.before:
        told.append(Words("去年{figure}", figure=row.before.text))
    told.append(Words("同类中位{median}", median=row.median_words))
    return str(listed(told, "，"))


def _place(place: float) -> str:
    """Room for a whole dot at both ends."""
    return f"{3 + 94 * place:.1f}%"


def _tick(place: float, half: int, colour: str, width: float) -> str:
    x = _place(place)
    style = f"stroke:{colour};stroke-width:{width}"
    return f'<line x1="{x}" x2="{x}" y1="{_MIDDLE - half}" y2="{_MIDDLE + half}" style="{style}"/>'


def _dot(place: float, radius: float, fill: str) -> str:
    style = f"fill:{fill};stroke:var(--blue);stroke-width:1.5"
    return f'<circle cx="{_place(place)}" cy="{_MIDDLE}" r="{radius}" style="{style}"/>'
