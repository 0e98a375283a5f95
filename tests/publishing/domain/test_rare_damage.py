"""Damage and script that scraped texts rarely have: nothing is guessed, nothing gets lost, and cleaning ends."""

import json

import pytest

from pingyi.publishing.domain.cleaning import characters
from pingyi.publishing.domain.cleaning.clean import MOST_ROUNDS, clean


def test_a_question_mark_before_a_foreign_word_in_brackets_is_no_damage() -> None:
    assert clean("会议开始了?abc)大家鼓掌。").damaged == ()


@pytest.mark.parametrize(
    ("scraped", "wanted"),
    [
        ("推动?xùn)北", "推动〔缺字〕北"),
        ("推动?xùn)😀北", "推动〔缺字〕😀北"),
        ("推动?xùn)", "推动〔缺字〕"),
    ],
    ids=["no byte falls in step to the end", "a sign that was never GBK follows", "nothing follows"],
)
def test_a_place_that_cannot_be_repaired_is_marked_without_a_proposal(scraped: str, wanted: str) -> None:
    cleaned = clean(scraped)
    assert cleaned.text == wanted
    assert [damage.proposals for damage in cleaned.damaged] == [()]


def test_half_a_character_left_behind_a_place_without_repair_goes_with_it() -> None:
    assert clean("推动?biǎo)|北方").text == "推动〔缺字〕北方"


def test_the_saved_result_lists_each_change_in_words_and_each_damaged_place() -> None:
    document = json.loads(json.dumps(clean("學校推動?xùn)|北發展").as_document()))
    assert document["text"] == "学校推动〔缺字，疑为“东”〕北发展"
    assert {"line": 1, "before": "學", "after": "学"}.items() <= next(
        change.items() for change in document["changes"] if change["before"] == "學"
    )
    assert all(change["what"] for change in document["changes"])
    assert [place["proposals"] for place in document["damaged"]] == [["推动东北"]]


def test_cleaning_ends_on_a_sign_escaped_more_often_than_any_page_does() -> None:
    cleaned = clean("会议开始。&" + "amp;" * (3 * MOST_ROUNDS) + "lt;")
    assert cleaned.text.startswith("会议开始。&amp;")


def test_every_sign_becomes_one_sign_so_that_each_change_stands_in_its_line() -> None:
    signs = "".join(map(chr, (*range(0x2E80, 0xA000), *range(0xF900, 0xFB00), *range(0x20000, 0x32000))))
    assert len(characters.simplified(signs)) == len(signs)
    cleaned = clean("學校開會。\n乘計程車到會，一目瞭然。\n會議結束。")
    assert cleaned.text == "学校开会。\n乘计程车到会，一目了然。\n会议结束。"
    assert next(change.line for change in cleaned.changes if change.before == "瞭") == 2
