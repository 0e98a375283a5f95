"""What a placeholder of a school's own template is written as, shows as example, and holds when there is nothing."""

from pingyi.documents.domain.papers import Body, Placeholder
from pingyi.documents.domain.tree import Paragraph

TEXT = Placeholder("标题", "公文的标题", "述职评议方案")
PARAGRAPHS = Placeholder("要求", "各点要求", ("一是抓实。", "二是抓细。"))
LIST = Placeholder("人", "述职人员", ({"姓名": "林晓", "单位": "护理学院"},), columns=(("姓名", "姓名"),))
BODY = Placeholder("正文", "全文", Body(blocks=(Paragraph("第一段"), Paragraph("第二段"))))


def test_each_kind_is_written_in_its_own_way() -> None:
    assert [one.written for one in (TEXT, LIST, BODY)] == [
        "{{ 标题 }}",
        "{%tr for 行 in 人 %}",
        "{{p 正文 }}",
    ]


def test_a_paper_without_it_has_the_empty_value_of_its_kind() -> None:
    assert [one.nothing for one in (TEXT, PARAGRAPHS, LIST, BODY)] == ["", (), (), Body()]


def test_the_example_is_shown_in_one_line() -> None:
    assert [one.shown_example for one in (TEXT, PARAGRAPHS, LIST, BODY)] == [
        "述职评议方案",
        "一是抓实。／二是抓细。",
        "林晓，护理学院",
        "第一段／第二段",
    ]
