"""Filling a template: what people wrote arrives as they wrote it, and the same words give the same bytes."""

import io

import docx

from pingyi.documents.school.checking import check_template
from pingyi.documents.school.filling import fill
from tests.documents.school.papers import KIND, runs, saved, texts_of, word


def test_paragraphs_signs_and_rare_characters_arrive() -> None:
    values = KIND.example() | {"主送单位": "𬭎䶮㛃𠅤、邉󠄀（甲&乙）{{ 期限 }}<b>"}
    made = fill(word("发{{ 主送单位 }}：", "{{ 要求 }}", "完"), values)

    assert texts_of(made) == [
        "关于述职的\n通知",
        "发𬭎䶮㛃𠅤、邉󠄀（甲&乙）{{ 期限 }}<b>：",
        "第一条<甲>&乙",
        "第二条",
        "完",
    ]


def test_a_part_that_is_empty_takes_its_paragraph_with_it() -> None:
    template = word(
        "{%p if 期限 %}", "于{{ 期限 }}前报", "{%p endif %}", "{% if 期限 %}有{% else %}没有{% endif %}期限"
    )

    assert texts_of(fill(template, KIND.example()))[1:] == ["于2027年1月31日前报", "有期限"]
    assert texts_of(fill(template, KIND.sparse_example()))[1:] == ["没有期限"]


def test_a_list_fills_the_rows_of_a_table() -> None:
    made = docx.Document()
    made.add_paragraph("{{ 标题 }}")
    table = made.add_table(3, 2)
    table.cell(0, 0).text = "{%tr for 行 in 日程 %}"
    table.cell(1, 0).text, table.cell(1, 1).text = "{{ loop.index }}. {{ 行.时间 }}", "{{ 行.内容 }}"
    table.cell(2, 0).text = "{%tr endfor %}"
    template = saved(made)

    assert check_template(template, KIND).findings == ()
    assert texts_of(fill(template, KIND.example()))[1:] == ["1. 8:30", "签到", "2. 9:00", "述职"]


def test_the_format_around_a_placeholder_stays() -> None:
    made = docx.Document()
    made.add_paragraph().add_run("{{ 标题 }}").bold = True

    (paragraph,) = docx.Document(io.BytesIO(fill(saved(made), {"标题": "通知"}))).paragraphs
    assert [run.bold for run in paragraph.runs if run.text] == [True]


def test_the_same_template_and_words_give_the_same_bytes() -> None:
    template = runs("发{{ 主", "送单位 }}")

    assert fill(template, KIND.example()) == fill(template, KIND.example())
