"""Sentences are Chinese to programs and the reader's language on the page."""

import json
from collections.abc import Iterator

import pytest
from django.utils import translation

from pingyi.core.words import Clause, Words, listed, shown

ROW = Words("第{row}行", row=3)


@pytest.fixture
def english() -> Iterator[None]:
    with translation.override("en"):
        yield


def test_to_programs_a_sentence_is_its_chinese_text(english: None) -> None:
    assert ROW == "第3行"
    assert hash(ROW) == hash("第3行")
    assert json.dumps({"where": ROW}, ensure_ascii=False) == '{"where": "第3行"}'
    assert f"{ROW}：错" == "第3行：错"
    assert str(ROW) == "第3行"


def test_on_the_page_it_is_said_to_the_reader(english: None) -> None:
    with shown():
        assert str(ROW) == "row 3"
        assert f"{ROW}!" == "row 3!"
        assert str(Words("{first}、{then}", first=ROW, then=Words("是"))) == "row 3, yes"


def test_a_chinese_reader_is_shown_chinese() -> None:
    with shown():
        assert str(ROW) == "第3行"


def test_sentences_put_together_stay_sentences(english: None) -> None:
    together = ROW + "x" + ROW
    assert together == "第3行x第3行"
    with shown():
        assert str(together) == "row 3xrow 3"
        assert str("x" + ROW) == "xrow 3"


def test_lists_have_the_mark_of_the_language(english: None) -> None:
    assert listed(["甲", "乙", "丙"]) == "甲、乙、丙"
    assert listed([]) == ""
    with shown():
        assert str(listed(["甲", "乙", "丙"])) == "甲, 乙, 丙"


def test_braces_of_values_are_no_placeholders(english: None) -> None:
    with shown():
        assert str(Words("第{row}行", row="{row}")) == "row {row}"


def test_a_sentence_in_a_heading_loses_its_full_stop_in_both_languages(english: None) -> None:
    stopped = Words("这一页还差{gaps}项，这是第一项。", gaps=2)
    assert Clause(stopped) == "这一页还差2项，这是第一项"
    assert str(Words("先办：{what}", what=Clause(stopped))) == "先办：这一页还差2项，这是第一项"
    with shown():
        said = str(Clause(stopped))
        assert said == str(stopped).rstrip(".")
        assert not said.endswith(".")
        assert said.isascii()
    assert Clause("别人写的。") == "别人写的"
