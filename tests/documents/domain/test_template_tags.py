"""Tags that people write in the paragraphs of a template."""

import pytest

from pingyi.documents.domain.template_tags import Sort, Tag, oddities, rest_of, tags_of


def test_a_note_to_oneself_between_placeholders_is_no_placeholder_and_nothing_odd() -> None:
    text = "{{ 姓名 }}{# 改为{单位}请先问{{ 部门 #}{%tr for 人 in 名单 %}"

    assert tags_of(text) == [
        Tag(Sort.OUTPUT, "姓名", "{{ 姓名 }}"),
        Tag(Sort.NOTE, "改为{单位}请先问{{ 部门", "{# 改为{单位}请先问{{ 部门 #}"),
        Tag(Sort.STATEMENT, "for 人 in 名单", "{%tr for 人 in 名单 %}", "tr"),
    ]
    assert rest_of(text) == ""
    assert oddities(text, ("单位", "部门")) == []


@pytest.mark.parametrize(
    ("text", "fault", "remedy"),
    [
        ("{{ 姓名", "“{{ 姓名”没有写完", "补上“}}”"),
        ("到会 }} 人", "“到会 }}”前面少了“{{”", "补上“{{”"),
        ("到会{", "段尾有单独的大括号", "写在同一段里"),
        ("｛｛姓名｝｝", "全角的大括号", "英文半角"),
    ],
)
def test_half_a_placeholder_is_named_with_what_to_write_instead(text: str, fault: str, remedy: str) -> None:
    ((found, instead),) = oddities(text, ())
    assert fault in found
    assert remedy in instead
