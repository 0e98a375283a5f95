"""File names, dates and typed text in the forms that every program accepts."""

from datetime import date

import pytest

from pingyi.documents.domain.dates import official_date
from pingyi.documents.domain.filenames import file_stem
from pingyi.documents.domain.typed import printable


def test_an_official_date_has_no_leading_zeros() -> None:
    assert official_date(date(2026, 1, 9)) == "2026年1月9日"


def test_a_file_name_keeps_what_people_read() -> None:
    assert file_stem("反馈意见", "第五附属医院（第五临床医学院）党委", "沈璟玥") == (
        "反馈意见_第五附属医院（第五临床医学院）党委_沈璟玥"
    )


@pytest.mark.parametrize(
    ("part", "kept"),
    [
        ("../../etc/passwd", "etcpasswd"),
        ('党委:"一"|二?*<三>', "党委一二三"),
        ("党委\u202egnp.exe", "党委gnp.exe"),
        (" 党委. ", "党委"),
        ("\n\t", "文书"),
        ("", "文书"),
    ],
)
def test_a_file_name_loses_what_a_file_system_refuses(part: str, kept: str) -> None:
    assert file_stem(part) == kept


def test_a_file_name_is_not_longer_than_file_systems_allow() -> None:
    assert len(file_stem("党" * 300).encode()) <= 240


def test_empty_parts_leave_no_mark() -> None:
    assert file_stem("任务清单", "", "甲") == "任务清单_甲"


def test_text_pasted_from_word_keeps_its_lines_and_loses_control_characters() -> None:
    assert (
        printable("第一行\x0b第二行\r\n第三行\u2028第四行\x07\x00\ud800") == "第一行\n第二行\n第三行\n第四行"
    )


def test_ordinary_text_is_not_touched() -> None:
    text = "喆璟玥赟　“三重一大”\t#let $x$ \\ [a]\n𠮷"

    assert printable(text) == text
