"""The vendored icons and the mark: a page carries the symbols that it uses and no others."""

import re
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[1] / "icons"
SYMBOL = re.compile(r'<symbol id="i-([a-z0-9-]+)".*?</symbol>')
USED = re.compile(r'<use href="#(i-[a-z0-9-]+|wm)"')
CARRIED = re.compile(r'<symbol id="(i-[a-z0-9-]+|wm)"')


class UnknownIconError(LookupError):
    """A template asks for an icon that is not vendored."""


@cache
def symbols() -> dict[str, str]:
    """Every symbol that a page may carry, by its id: `i-NAME`, and `wm` for the mark."""
    outline = (FOLDER / "outline.svg").read_text()
    known = {f"i-{match[1]}": match[0] for match in SYMBOL.finditer(outline)}
    mark = re.findall(r"<path[^>]*/>", (FOLDER / "wordmark.svg").read_text())[0]
    return {**known, "wm": f'<symbol id="wm" viewBox="0 0 204 100">{mark}</symbol>'}


def draw_icon(name: str, css_class: str = "") -> str:
    """A reference to the symbol; an unknown name raises, so that no page ships with a hole in it."""
    if f"i-{name}" not in symbols():
        raise UnknownIconError(f"icon {name!r} is not in {FOLDER.name}/outline.svg")
    classes = f"i {css_class}".strip()
    return f'<svg class="{classes}" aria-hidden="true"><use href="#i-{name}"/></svg>'


def draw_wordmark() -> str:
    return '<svg class="wordmark" viewBox="0 0 204 100" aria-hidden="true"><use href="#wm"/></svg>'


def sprite_of(html: str) -> str:
    """The hidden symbols that this piece of a page refers to and does not carry yet."""
    missing = sorted(set(USED.findall(html)) - set(CARRIED.findall(html)))
    if not missing:
        return ""
    body = "".join(symbols()[name] for name in missing)
    return f'<svg width="0" height="0" style="position:absolute" aria-hidden="true">{body}</svg>'
