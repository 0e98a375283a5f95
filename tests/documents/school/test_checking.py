"""What is said about a template that is not fit: the place, the fault, the remedy, in a clerk's words."""

import time

import docx
import pytest

from pingyi.core.errors import Refused
from pingyi.documents.school.checking import check_template
from tests.documents.school.papers import KIND, part_of, runs, saved, with_parts, word


def findings(content: bytes) -> list[str]:
    return [f"{one.place}｜{one.message}｜{one.remedy}" for one in check_template(content, KIND).findings]


def test_a_template_with_known_placeholders_is_fit_and_says_which_it_uses() -> None:
    checked = check_template(word("{{ 主送单位 }}：", "{% if 期限 %}{{期限}}前{% endif %}报。"), KIND)

    assert (checked.findings, checked.used) == ((), ("标题", "主送单位", "期限"))


def test_an_unknown_placeholder_is_named_with_its_paragraph_and_the_nearest_one() -> None:
    (found,) = findings(word("请{{ 主送单伟 }}按时到会"))

    assert found == (
        "正文第2段（“请{{ 主送单伟 }}按时到会”）｜不认识占位符“主送单伟”｜是不是“主送单位”？改成“{{ 主送单位 }}”"
    )


def test_a_missing_compulsory_placeholder_is_named() -> None:
    assert findings(word(title="通知")) == [
        "整个文件｜缺“{{ 标题 }}”（通知的标题）｜加在该写它的地方，这一项不能少"
    ]


def test_tags_that_word_cut_into_runs_are_whole_again() -> None:
    assert findings(runs("发", "{", "{ 主送", "单位 }", "}：")) == []
    (found,) = findings(runs("发{{ 主", "送单 }", "}"))
    assert "不认识占位符“主送单”" in found


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{{ 期限", "“{{ 期限”没有写完"),
        ("期限 }}", "“期限 }}”前面少了“{{”"),
        ("｛｛期限｝｝", "全角的大括号"),
        ("{期限}", "只有一层大括号"),
        ("{{ 期限 之前 }}", "“{{ 期限 之前 }}”看不懂"),
        ("{{ }}", "“{{ }}”看不懂"),
        ("{{ 期限|upper }}", "不能用“|upper”"),
        ("{% 如果 期限 %}", "“{% 如果 期限 %}”看不懂｜只能写 if"),
        ("{% if 期限 %}有", "没有结束"),
        ("无{% endif %}", "没有对应的“if”"),
        ("{% for 行 in 期限 %}{% endfor %}", "“期限”不是清单"),
        ("{{ 日程 }}", "“日程”是清单，不能直接写"),
        ("{% for 行 in 日程 %}{{ 行.地点 }}{% endfor %}", "“日程”没有“地点”这一项"),
        ("前面{%p if 期限 %}", "还有别的字，会一起被去掉"),
        ("{%tr for 行 in 日程 %}", "不在表格里"),
        ("{{ 期限.year }}", "点（.）只能用在“for”里"),
        ("{%- if 期限 %}{% endif %}", "减号"),
    ],
)
def test_what_is_broken_is_said_in_words(text: str, words: str) -> None:
    found = findings(word(text))

    assert any(words in one for one in found), found
    assert all(one.startswith(("正文第2段（“", "整个文件")) for one in found)


@pytest.mark.parametrize(
    "text",
    [
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
        "{{ self.__init__.__globals__ }}",
        "{{ 标题.format(标题) }}",
        "{{ 标题['__class__'] }}",
        "{% for 行 in 日程 %}{{ 行.__class__ }}{% endfor %}",
        "{{ 标题|attr('__class__') }}",
        "{{ 标题 * 99999999 }}",
        "{% include '/etc/passwd' %}",
        "{% import 'os' as o %}",
        "{% set x = 1 %}",
        "{% macro x() %}{% endmacro %}",
        "{{ range(99999999) }}",
        "{% for a in 日程 %}{% for b in 日程 %}{% endfor %}{% endfor %}",
        "{%tc for a in 日程 %}",
        "{% colspan 3 %}",
    ],
)
def test_nothing_but_the_language_is_let_through(text: str) -> None:
    assert findings(word(text)) != []


def test_a_tag_where_nobody_sees_it_is_found() -> None:
    content = word()
    body = part_of(content, "word/document.xml")
    hidden = body.replace(
        "<w:sectPr", '<w:p><w:r><w:t>x</w:t></w:r><w:bookmarkStart w:name="{{ cycler }}"/></w:p><w:sectPr', 1
    )

    (found,) = findings(with_parts(content, {"word/document.xml": hidden.encode()}))
    assert "看不见的地方" in found


def test_headers_footers_and_tables_are_looked_at_too() -> None:
    made = docx.Document()
    made.sections[0].header.paragraphs[0].text = "{{ 页眉字 }}"
    made.add_paragraph("{{ 标题 }}")
    table = made.add_table(1, 1)
    table.cell(0, 0).text = "{{ 格子 }}"

    assert [one.split("（")[0] for one in findings(saved(made))] == ["正文第2段", "页眉第1段"]


LINK = (
    b'<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    b'<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
    b'attachedTemplate" Target="file:///\\\\evil\\x.dotm" TargetMode="External"/></Relationships>'
)


def test_what_would_fetch_or_run_something_when_opened_is_refused() -> None:
    assert "指向外部文件" in findings(with_parts(word(), {"word/_rels/settings.xml.rels": LINK}))[0]
    assert "嵌了别的文件" in findings(with_parts(word(), {"word/embeddings/o.bin": b"x"}))[0]
    field = part_of(word(), "word/document.xml").replace(
        "<w:sectPr", '<w:p><w:fldSimple w:instr=" DDEAUTO cmd "/></w:p><w:sectPr', 1
    )
    assert "DDEAUTO" in findings(with_parts(word(), {"word/document.xml": field.encode()}))[0]
    revised = part_of(word(), "word/document.xml").replace(
        "<w:sectPr", '<w:p><w:ins w:id="1" w:author="a"/></w:p><w:sectPr', 1
    )
    assert "没有接受的修订" in findings(with_parts(word(), {"word/document.xml": revised.encode()}))[0]


def test_a_file_that_is_no_word_file_is_refused_at_once() -> None:
    with pytest.raises(Refused, match="旧格式"):
        check_template(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, KIND)
    with pytest.raises(Refused, match="读不出来"):
        check_template(with_parts(word(), {"word/document.xml": b"<w:document>"}), KIND)


@pytest.mark.parametrize("piece", ["{", "{{", "{% ", "{ ", "｛", "<{{<"])
def test_a_file_made_to_slow_the_check_down_is_answered_soon(piece: str) -> None:
    content = word(piece * (90_000 // len(piece)), *[piece] * 3_000)

    begun = time.process_time()
    check_template(content, KIND)
    assert time.process_time() - begun < 10
