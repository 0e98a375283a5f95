"""Papers of the plan in the school's own layout: the frame from the template, the body as built in."""

from dataclasses import replace

import pytest

from pingyi.documents.domain.papers import PaperKind
from pingyi.documents.render import docx
from pingyi.documents.school.checking import check_template
from pingyi.documents.school.filling import fill
from pingyi.review.papers.domain.kinds import Kind
from pingyi.review.papers.own_layout import EXAMPLE, PAPER_KINDS, paper_values
from tests.documents.school.papers import texts_of, word

NOTICE = PAPER_KINDS[Kind.NOTICE]


@pytest.mark.parametrize("kind", PAPER_KINDS.values(), ids=lambda kind: kind.name)
def test_every_starter_is_fit_for_use_as_it_is(kind: PaperKind) -> None:
    assert check_template(docx.render(kind.starter()), kind).findings == ()


def test_a_notice_from_the_starter_reads_as_the_built_in_one() -> None:
    starter = docx.render(NOTICE.starter())

    for paper in (EXAMPLE, replace(EXAMPLE, enclosed=(), copy_to=(), addressee="", note="此件公开发布")):
        made = [text for text in texts_of(fill(starter, paper_values(paper))) if text]
        built_in = [text for text in texts_of(docx.render(paper)) if text]
        if not paper.addressee:
            assert "此件公开发布" in " ".join(made)
        assert made == built_in


def test_a_body_stands_alone_in_its_paragraph() -> None:
    (found,) = check_template(word("{{ 正文 }}", "{{ 文号 }}{{ 落款单位 }}{{ 落款日期 }}"), NOTICE).findings

    assert (found.message, found.remedy) == (
        "“{{ 正文 }}”里是整段整段的内容",
        "单独占一段，写成“{{p 正文 }}”",
    )
    (found,) = check_template(
        word("正文：{{p 正文 }}", "{{ 文号 }}{{ 落款单位 }}{{ 落款日期 }}"), NOTICE
    ).findings
    assert "还有别的字" in found.message
    found = check_template(word("{{p 正文 }}", "{{p 文号 }}{{ 落款单位 }}{{ 落款日期 }}"), NOTICE).findings[0]
    assert "不能用“{{p 文号 }}”" in found.message
