"""Numbers before headings and attachments."""

import pytest

from pingyi.documents.domain.numbering import attachment_lines, heading_number, in_chinese, numbered
from pingyi.documents.domain.tree import Block, Heading, Paragraph


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1, "一"),
        (9, "九"),
        (10, "十"),
        (11, "十一"),
        (19, "十九"),
        (20, "二十"),
        (21, "二十一"),
        (99, "九十九"),
    ],
)
def test_chinese_numbers_to_99(number: int, words: str) -> None:
    assert in_chinese(number) == words


@pytest.mark.parametrize("number", [0, 100])
def test_other_numbers_are_refused(number: int) -> None:
    with pytest.raises(ValueError, match="between 1 and 99"):
        in_chinese(number)


def test_each_level_has_its_own_mark() -> None:
    assert [heading_number(level, 2) for level in (1, 2, 3, 4)] == ["二、", "（二）", "2.", "（2）"]


def test_a_higher_heading_starts_the_lower_ones_again() -> None:
    levels = [1, 2, 3, 4, 4, 2, 3, 1, 2]
    blocks = [Heading("标题", level) for level in levels]

    assert [number for _, number in numbered(blocks)] == [
        *("一、", "（一）", "1.", "（1）", "（2）", "（二）", "1.", "二、", "（一）")
    ]


def test_paragraphs_between_headings_do_not_count() -> None:
    blocks: list[Block] = [Heading("标题"), Paragraph("正文"), Heading("标题")]

    assert [number for _, number in numbered(blocks)] == ["一、", "", "二、"]


def test_one_attachment_has_no_number_several_have() -> None:
    assert attachment_lines(("任务清单",)) == [("附件：", "任务清单")]
    assert attachment_lines(("甲", "乙")) == [("附件：1.", "甲"), ("2.", "乙")]
    assert attachment_lines(()) == []
