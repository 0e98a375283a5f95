"""What the check of words finds."""

from pathlib import Path

from tools.lint_words import unmarked
from tools.messages import sentences


def test_what_a_filter_puts_in_is_words_too(tmp_path: Path) -> None:
    page = tmp_path / "pingyi" / "page.html"
    page.parent.mkdir()
    page.write_text(
        '{{ place|default:"没有定" }}\n{{ place|default:_("没有定") }} {{ names|join:" → " }}', "utf-8"
    )

    assert list(unmarked(page.parent)) == ["pingyi/page.html:1: 没有标成可译的：没有定"]


def test_words_inside_a_filter_are_in_the_catalogue(tmp_path: Path) -> None:
    page = tmp_path / "pingyi" / "templates" / "page.html"
    page.parent.mkdir(parents=True)
    page.write_text('{{ words|default:_("不发言") }}', "utf-8")

    assert sentences(page.parents[1]) == {"不发言": ["pingyi/templates/page.html"]}
