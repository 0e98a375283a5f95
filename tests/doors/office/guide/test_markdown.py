"""The pages of docs/guide as they appear in the office."""

import pytest

from pingyi.doors.office.guide.chapters import FOLDERS, chapters
from pingyi.doors.office.guide.markdown import html_of


def shown(text: str) -> str:
    return html_of(text, lambda name: f"/guide/{name}/" if name == "settings" else "")


def test_headings_paragraphs_and_emphasis() -> None:
    assert (
        shown("## 一、写\n\n先**看**`x`，\n再写。")
        == "<h2>一、写</h2>\n<p>先<b>看</b><code>x</code>，再写。</p>"
    )


def test_a_list_keeps_the_second_line_of_an_item() -> None:
    assert shown("1. 一\n   接着\n2. 二") == "<ol><li>一接着</li><li>二</li></ol>"


def test_lines_of_english_are_parted_by_a_space_and_those_of_chinese_are_not() -> None:
    assert shown("Print the\nslips.") == "<p>Print the slips.</p>"
    assert shown("- first\n  second") == "<ul><li>first second</li></ul>"
    assert shown("运行 `doctor`\n，再看。") == "<p>运行 <code>doctor</code>，再看。</p>"


def test_items_below_an_item_are_a_list_of_their_own() -> None:
    assert shown("1. 一\n   - 甲\n   - 乙\n2. 二") == (
        "<ol><li>一<ul><li>甲</li><li>乙</li></ul></li><li>二</li></ol>"
    )


def test_tables_and_code() -> None:
    table = shown("| 项 | 值 |\n|---|---|\n| 甲 | `1` |")
    assert '<th scope="col">项</th><th scope="col">值</th>' in table
    assert '<tr><th scope="row">甲</th><td data-th="值"><code>1</code></td></tr>' in table
    assert '乙</th><td data-th="x"></td>' in shown("| 项 | `x` |\n|---|---|\n| 乙 | |")
    assert ">a|b</th>" in shown("| x |\n|---|\n| a\\|b |")
    assert shown("```json\n{}\n\n# 注\n```") == '<pre tabindex="0">{}\n\n# 注</pre>'
    assert shown("    python3 run.py doctor") == '<pre tabindex="0">python3 run.py doctor</pre>'


def test_only_chapters_are_linked_of_other_pages_it_is_told_where_they_are() -> None:
    assert shown("[规则](settings.md)") == '<p><a href="/guide/settings/">规则</a></p>'
    assert shown("[不在](counting.md)") == "<p>不在</p>"
    assert shown("[怎样放](../../operation/zh/fonts.md)") == (
        "<p>怎样放 <code>docs/operation/zh/fonts.md</code></p>"
    )


@pytest.mark.parametrize(
    "text", ["<script>", "a & b", "`<b>`", "| <i> |\n|---|\n| <u> |", "[<x>](settings.md)"]
)
def test_nothing_of_a_text_becomes_markup(text: str) -> None:
    html = shown(text)
    assert [piece for piece in ("<script>", "<i>", "<u>", "<x>", "<b>", " & ") if piece in html] == []


@pytest.mark.parametrize("language", FOLDERS)
def test_no_mark_of_the_writing_is_left_in_any_chapter(language: str) -> None:
    for chapter in chapters(language):
        html = shown(chapter.text)
        assert "**" not in html, chapter.name
        assert "|---" not in html, chapter.name
        assert "```" not in html, chapter.name
        assert "](" not in html, chapter.name
