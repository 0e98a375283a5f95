import pytest

from pingyi.review.dutyreports.domain.length import clean_text, count_characters


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("", 0),
        ("党支部换届完成。", 8),
        ("“三会一课”，36次；", 11),
        ("第一段。\n\n　　第二段。\r\n", 8),
        ("Word 2019", 8),
        ("看\u200b不\ufeff见", 3),
        (" \t\n　", 0),
        ("𠮷", 1),
    ],
)
def test_punctuation_counts_and_blanks_do_not(text: str, length: int) -> None:
    assert count_characters(text) == length


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("第一段。\r\n第二段。", "第一段。\n第二段。"),
        ("\n\n　　一段。  \n\n", "　　一段。"),
        ("零\x00字节\x07", "零字节"),
        ("半个\ud800字", "半个字"),
        ("表\t格", "表\t格"),
        ("老\rMac", "老\nMac"),
    ],
)
def test_text_is_kept_without_what_no_database_keeps(typed: str, kept: str) -> None:
    assert clean_text(typed) == kept
    assert clean_text(kept) == kept
