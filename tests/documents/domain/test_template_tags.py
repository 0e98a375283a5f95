"""Tags that people write in the paragraphs of a template."""

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
