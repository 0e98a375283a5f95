import pytest
from hypothesis import given
from hypothesis import strategies as st

from pingyi.review.dutyreports.domain.placing import (
    NOWHERE,
    Line,
    Match,
    closeness,
    group_lines,
    place_lines,
)

HEADINGS = {
    "text-1": "政治把关作用",
    "text-2": "思想政治工作",
    "text-3": "存在的问题和原因",
    "text-4": "下一步打算",
}


def cut(*texts: str | tuple[str, int]) -> list[tuple[str, Match, tuple[int, ...]]]:
    lines = [Line(one) if isinstance(one, str) else Line(*one) for one in texts]
    return [(group.target, group.match, group.lines) for group in group_lines(lines, HEADINGS)]


@pytest.mark.parametrize(
    ("words", "match"),
    [
        ("政治把关作用", Match.SAME),
        ("一、政治把关作用", Match.NUMBERED),
        ("（一）政治把关作用", Match.NUMBERED),
        ("(一) 政治把关作用", Match.NUMBERED),
        ("1.政治把关作用", Match.NUMBERED),
        ("１、政治把关作用：", Match.NUMBERED),
        ("第一部分 政治把关作用", Match.NUMBERED),
        ("二、发挥政治把关作用情况", Match.CLOSE),
    ],
)
def test_a_heading_is_known_with_and_without_its_number(words: str, match: Match) -> None:
    assert cut(words, "写了一段。") == [("text-1", match, (0, 1))]


def test_wording_close_to_a_heading_is_said_to_be_close() -> None:
    assert cut(("三、下步打算", 1), "写了。")[0][:2] == ("text-4", Match.CLOSE)
    assert cut(("四、存在问题及原因分析", 1), "写了。")[0][:2] == ("text-3", Match.CLOSE)
    assert closeness("去年问题整改情况", "存在的问题和原因") < 0.5


def test_a_heading_that_begins_its_paragraph_takes_the_rest_along() -> None:
    lines = [Line("一、政治把关作用。全年把关12次。"), Line("又一段。")]
    groups = group_lines(lines, HEADINGS)
    assert place_lines(lines, groups, {}).texts == {"text-1": "全年把关12次。\n又一段。"}


def test_smaller_headings_and_lists_stay_with_what_they_stand_under() -> None:
    assert cut("一、政治把关作用", "（一）严把入口", "1.新教师", "写了。", "二、思想政治工作", "写了。") == [
        ("text-1", Match.NUMBERED, (0, 1, 2, 3)),
        ("text-2", Match.NUMBERED, (4, 5)),
    ]


def test_what_finds_no_section_waits_for_a_person() -> None:
    assert cut(
        "述职报告",
        "韩慕白",
        "一、政治把关作用",
        "写了。",
        "二、去年的整改",
        "写了整改。",
        "三、下一步打算",
        "写了。",
    ) == [
        ("", Match.NONE, (0, 1)),
        ("text-1", Match.NUMBERED, (2, 3)),
        ("", Match.NONE, (4, 5)),
        ("text-4", Match.NUMBERED, (6, 7)),
    ]


def test_a_heading_that_stands_twice_takes_its_section_once_and_the_second_waits_for_a_person() -> None:
    assert cut("一、政治把关作用", "写了。", "二、政治把关作用", "又写了。") == [
        ("text-1", Match.NUMBERED, (0, 1)),
        ("", Match.NONE, (2, 3)),
    ]


def test_a_file_without_headings_is_placed_paragraph_by_paragraph() -> None:
    lines = [Line("开头。"), Line("中间。"), Line("问题在我。"), Line("页眉", is_aside=True)]
    groups = group_lines(lines, HEADINGS)
    assert place_lines(lines, groups, {}).missing == (0, 1, 2, 3)
    placed = place_lines(lines, groups, {0: "text-1", 2: "text-3", 3: NOWHERE})
    assert placed.texts == {"text-1": "开头。\n中间。", "text-3": "问题在我。"}
    assert (placed.left, placed.missing) == ((3,), ())


def test_a_heading_goes_into_the_text_where_a_person_sends_it_elsewhere() -> None:
    lines = [Line("一、政治把关作用"), Line("写了。")]
    placed = place_lines(lines, group_lines(lines, HEADINGS), {0: "text-2"})
    assert placed.texts == {"text-2": "一、政治把关作用\n写了。"}


words = st.text(alphabet="一二、（）1.党建政治把关作用。：", max_size=14)


@given(st.lists(st.builds(Line, words, st.integers(0, 3), st.booleans()), max_size=12), st.data())
def test_every_line_is_placed_left_over_or_missing(lines: list[Line], data: st.DataObject) -> None:
    groups = group_lines(lines, HEADINGS)
    assert sorted(place for group in groups for place in group.lines) == list(range(len(lines)))
    choices = {place: data.draw(st.sampled_from(["", NOWHERE, *HEADINGS])) for place in range(len(lines))}
    placed = place_lines(lines, groups, choices)
    own = {group.lines[0] for group in groups if group.has_heading}
    for place, line in enumerate(lines):
        if place in own or place in placed.left or place in placed.missing:
            continue
        assert any(line.text in said for said in placed.texts.values())


def test_a_whole_paragraph_is_never_taken_for_a_heading() -> None:
    ((target, _, lines),) = cut("政治把关作用", "政治把关作用发挥得怎样，全年都在抓，" * 20)
    assert (target, lines) == ("text-1", (0, 1))
