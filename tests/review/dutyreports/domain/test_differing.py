import pytest
from hypothesis import given
from hypothesis import strategies as st

from pingyi.review.dutyreports.domain.differing import Change, compare, runs_of

MARKS = {Change.SAME: "{}", Change.ADDED: "[+{}]", Change.REMOVED: "[-{}]"}
sentences = st.text(alphabet="党建支部会，。23a\n", max_size=40)


def shown(old: str, new: str) -> str:
    return "".join(MARKS[run.change].format(run.text) for run in runs_of(old, new))


def kinds(old: str, new: str) -> str:
    return " ".join(paragraph.change for paragraph in compare(old, new))


def test_words_that_were_put_in_and_left_out_are_marked() -> None:
    assert (
        shown("全年主持党委会11次，研究党建议题。", "全年主持党委会12次，专题研究党建议题。")
        == "全年主持党委会[-11][+12]次，[+专题]研究党建议题。"
    )


def test_a_number_is_shown_whole() -> None:
    assert shown("发展党员23人", "发展党员24人") == "发展党员[-23][+24]人"
    assert shown("占33.3%了", "占33.4%了") == "占[-33.3%][+33.4%]了"


def test_single_signs_that_happen_to_agree_do_not_tear_a_change_apart() -> None:
    assert shown("原因主要是我抓得不紧。", "原因是制度没有人管，落实得不紧。").count("[") <= 2


def test_paragraphs_are_told_apart() -> None:
    old = "第一段说党建。\n第二段写的是支部的工作。\n第三段。"
    new = "第一段说党建。\n第二段写的是三个支部的工作。\n新加的一段，讲别的。\n第三段。"
    assert kinds(old, new) == "same changed added same"
    assert kinds(new, old) == "same changed removed same"
    assert kinds("完全不同的话", "另起一行说事") == "removed added"
    assert kinds("", "甲") == "added"
    assert kinds("甲\n\n乙", "甲\n乙") == "same same"


def test_of_two_reworded_paragraphs_that_changed_places_only_the_more_alike_is_shown_as_changed() -> None:
    old = "支部每月开会学习文件。\n食堂的饭菜价格全年没有上涨。"
    new = "食堂的饭菜价格今年没有上涨。\n支部每周开会学习新的文件。"
    assert kinds(old, new) == "removed changed added"


@pytest.mark.parametrize(
    ("paragraphs", "shown_as"), [(20, ["changed"] * 20), (21, ["removed"] * 21 + ["added"] * 21)]
)
def test_too_many_reworded_paragraphs_are_shown_as_left_out_and_added(
    paragraphs: int, shown_as: list[str]
) -> None:
    old, new = (
        "\n".join(f"第{10 + place}条写支部{words}" for place in range(paragraphs))
        for words in ("旧事", "新事")
    )
    assert kinds(old, new).split() == shown_as


@given(sentences, sentences)
def test_both_versions_can_be_read_back_from_the_difference(old: str, new: str) -> None:
    before, after = [], []
    for paragraph in compare(old, new):
        if paragraph.change != Change.ADDED:
            before.append("".join(run.text for run in paragraph.runs if run.change != Change.ADDED))
        if paragraph.change != Change.REMOVED:
            after.append("".join(run.text for run in paragraph.runs if run.change != Change.REMOVED))
    assert before == [line for line in old.split("\n") if line.strip()]
    assert after == [line for line in new.split("\n") if line.strip()]
