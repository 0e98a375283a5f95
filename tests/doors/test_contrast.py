"""The colours of our tokens against each other, as WCAG 2.2 measures it: letters 4.5 to 1, edges and marks 3 to 1."""

import re
from pathlib import Path

import pytest

TOKENS = (Path(__file__).parents[2] / "pingyi/doors/static/tokens.css").read_text(encoding="utf-8")
LIGHT, HALL = ":root", '[data-theme="hall"]'
LETTERS, MARKS = 4.5, 3.0
GRADES = ("good", "fair", "avg", "poor", "na")
ON_GROUNDS = [(ink, ground) for ink in ("ink", "ink-2") for ground in ("surface", "canvas", "sunken")]
ON_SOFT = [(colour, f"{colour}-soft") for colour in ("red", "blue", "green", "amber")]
ON_SURFACE = [(colour, "surface") for colour in ("red", "blue", "green", "amber")]
WRITTEN = [*ON_GROUNDS, *ON_SOFT, *ON_SURFACE, ("on-ink", "ink"), ("on-ink", "ink-hover")]
WRITTEN += [(f"g-{grade}-on", f"g-{grade}") for grade in GRADES]
DRAWN = [(mark, ground) for mark in ("line-strong", "focus") for ground in ("surface", "canvas")]
DRAWN += [(f"g-{grade}-edge", "surface") for grade in GRADES]


def colours_of(theme: str) -> dict[str, str]:
    """Those of the light page, changed by the theme's own."""
    found: dict[str, str] = {}
    for name in dict.fromkeys((LIGHT, theme)):
        block = TOKENS.split(f"\n{name} {{", 1)[1].split("\n}", 1)[0]
        found |= dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})\b", block))
    return found


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((_light_of(one), _light_of(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _light_of(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_the_measure_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", [LIGHT, HALL])
def test_letters_and_marks_stand_out_from_their_ground(theme: str) -> None:
    colours = colours_of(theme)
    wanted = [*((pair, LETTERS) for pair in WRITTEN), *((pair, MARKS) for pair in DRAWN)]
    measured = {pair: (contrast(colours[pair[0]], colours[pair[1]]), least) for pair, least in wanted}
    assert {pair: found for pair, found in measured.items() if found[0] < found[1]} == {}
