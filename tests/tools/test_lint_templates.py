"""Each rule of the template check, by one template that breaks it and one that does not."""

import pytest

from tools.lint_templates import DOORS, problems_of_asset, problems_of_template

PAGE = '{% extends "office/base.html" %}\n'


def messages(source: str, name: str = "page.html", door: str = "office") -> list[str]:
    path = DOORS / door / "templates" / door / name
    bases = {"office/base.html", "office/solo.html"}
    return [f"{line} {message}" for line, message in problems_of_template(path, source, bases)]


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ('<p style="color: red">', "style="),
        ("<style>p { color: red }</style>", "<style>"),
        ("<script>alert(1)</script>", "<script>"),
        ('<button onclick="go()">好</button>', "onclick="),
        ('<a href="javascript:go()">好</a>', "javascript:"),
        ('<img src="https://example.org/a.png" alt="">', "外部地址"),
        ('<link href="//example.org/a.css">', "外部地址"),
        ('<img src="a.png">', "alt"),
        ("{{ note|safe }}", "|safe"),
        ("{% autoescape off %}{{ note }}{% endautoescape %}", "autoescape"),
        ('<form method="post"><input type="hidden" name="a"></form>', "csrf_token"),
        ('<input name="a">', "<input>"),
        ('<label for="b">甲</label><select id="a"></select>', "<select>"),
    ],
)
def test_what_is_forbidden_is_named_with_its_line(source: str, said: str) -> None:
    (problem,) = messages(PAGE + source)

    assert problem.startswith("2 ")
    assert said in problem


@pytest.mark.parametrize(
    "source",
    [
        "<script src=\"{% static 'office.js' %}\"></script>",
        '<script type="application/json" id="points">{}</script>',
        '<form method="post" action="{{ url }}">{% csrf_token %}<label>甲 <input name="a"></label></form>',
        '<form method="get"><input name="q" aria-label="查找"></form>',
        '<label for="{{ field.id_for_label }}">甲</label><input id="{{ field.id_for_label }}">',
        '<input name="user" hidden>',
        '<textarea id="a"></textarea><label for="a">甲</label>',
        '{# <p style="x"> #}{% comment %}<script>x</script>{% endcomment %}',
        '<a href="{% url "office:cycle" %}" class="{% if a > b %}on{% endif %}">甲</a>',
    ],
)
def test_what_is_allowed_passes(source: str) -> None:
    assert messages(PAGE + source) == []


def test_a_page_extends_the_base_of_its_own_door() -> None:
    assert len(messages("<p>甲</p>")) == 1
    assert len(messages(PAGE, door="phone")) == 1
    assert messages("<p>甲</p>", name="_row.html") == []
    assert messages("<!doctype html>", name="solo.html") == []


def test_the_phone_has_no_token_because_it_has_no_cookie() -> None:
    assert messages('<form method="post"></form>', name="_ballot.html", door="phone") == []


def test_style_sheets_and_scripts_load_nothing_from_elsewhere() -> None:
    assert [line for line, _ in problems_of_asset("a {}\nb { background: url(//cdn.invalid/x.png) }")] == [2]
    assert [line for line, _ in problems_of_asset("fetch('https://example.org')")] == [1]
    assert not list(problems_of_asset('const svg = "http://www.w3.org/2000/svg"'))
