"""What holds for every template and every static file of ours."""

import re
from pathlib import Path

import pytest
from django.template import Context, Template

import pingyi
from pingyi.doors.office.drawing import assets
from pingyi.doors.office.drawing.icons import UnknownIconError, draw_icon, sprite_of, symbols

DOORS = Path(pingyi.__file__).parent / "doors"
TEMPLATES = sorted(DOORS.glob("**/templates/**/*.html"))
STATIC = [path for path in DOORS.glob("static/**/*") if path.suffix in {".css", ".js", ".svg"}]
ADDRESS = re.compile(r"(?:https?:)?//[a-z0-9.-]+\.[a-z]{2,}")
OURS = {"http://www.w3.org"}


def relative(path: Path) -> str:
    return str(path.relative_to(DOORS))


@pytest.mark.parametrize("path", [*TEMPLATES, *STATIC], ids=relative)
def test_nothing_is_fetched_from_another_site(path: Path) -> None:
    assert set(ADDRESS.findall(path.read_text())) <= OURS


@pytest.mark.parametrize("path", TEMPLATES, ids=relative)
def test_every_icon_that_is_named_is_vendored(path: Path) -> None:
    named = re.findall(r"""\{%\s*icon\s+["']([^"']+)["']""", path.read_text())
    assert {f"i-{name}" for name in named} <= symbols().keys()


@pytest.mark.parametrize("path", STATIC, ids=relative)
def test_no_static_file_points_to_a_source_map(path: Path) -> None:
    assert "sourceMappingURL" not in path.read_text()


def test_an_unknown_icon_fails_loudly() -> None:
    with pytest.raises(UnknownIconError, match="no-such-icon"):
        Template('{% icon "no-such-icon" %}').render(Context())


def test_a_page_carries_each_used_symbol_once_and_no_other() -> None:
    source = '{% sprite %}{% icon "home" %}{% icon "home" "green" %}{% wordmark %}{% endsprite %}'
    html = Template(source).render(Context())
    assert re.findall(r'<symbol id="([^"]+)"', html) == ["i-home", "wm"]
    assert '<svg class="i green" aria-hidden="true">' in html


def test_symbols_used_by_an_included_or_inner_piece_are_carried_too() -> None:
    inner = '{% sprite %}{% icon "home" %}{% endsprite %}'
    html = Template("{% sprite %}" + inner + '{% icon "check" %}{% endsprite %}').render(Context())
    assert re.findall(r'<symbol id="([^"]+)"', html) == ["i-home", "i-check"]


def test_a_piece_without_icons_carries_nothing() -> None:
    assert sprite_of("<p>没有图标</p>") == ""
    assert draw_icon("home") == '<svg class="i" aria-hidden="true"><use href="#i-home"/></svg>'


def test_an_asset_has_the_digest_of_its_content_and_a_missing_one_fails() -> None:
    assert re.fullmatch(r"/static/office\.css\?v=[0-9a-f]{8}", assets.address_of("office.css"))
    with pytest.raises(FileNotFoundError):
        assets.address_of("no-such.css")
