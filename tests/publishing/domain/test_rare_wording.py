"""Wording that old news rarely have: a quotation with full stops, a long dotted name, a number that is none."""

import pytest

from pingyi.publishing.domain.people import name_at
from pingyi.publishing.domain.reading.numbers import value
from pingyi.publishing.domain.reading.sentences import split
from pingyi.publishing.domain.reading.words import in_words


def test_a_full_stop_inside_a_quotation_does_not_end_the_sentence() -> None:
    text = "书记强调“要抓落实。要见成效”的要求。会议结束。"
    assert [sentence.text for sentence in split(text)] == [
        "书记强调“要抓落实。要见成效”的要求。",
        "会议结束。",
    ]


def test_a_dotted_name_without_a_clear_end_is_not_guessed() -> None:
    assert name_at("阿不都·热合曼主持会议", 0) == "阿不都·热合曼"
    assert name_at("阿不都·热合曼这次没有到场汇报工作", 0) is None


@pytest.mark.parametrize("text", ["", "若干", "十余", "3十"])
def test_a_vague_or_mixed_amount_is_no_number(text: str) -> None:
    assert value(text) is None


def test_several_findings_stand_on_one_line_and_credits_with_their_role() -> None:
    named = [{"role": "文字", "name": "夏某"}, {"role": "图片", "name": "沈某"}]
    assert in_words(named) == "文字 夏某；图片 沈某"
    assert in_words(["学院党委书记", "支部书记"]) == "学院党委书记；支部书记"
