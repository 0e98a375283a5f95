"""Text as people typed it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pingyi.core.text import tidy

MIXED = st.text(st.sampled_from("林晓 ab（，）、\u3000Ａ１\u200b\t\n~!“”·—\u9fff\ue000"))
INVISIBLE = "\u200b"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("林晓、陈明（出差）", "林晓、陈明（出差）"),
        ("  第一 党支部\u3000", "第一 党支部"),
        ("第１党支部\u200bＡ", "第1党支部A"),
        ("a\tb\n\nc", "a b c"),
        (" ", ""),
        ("", ""),
    ],
)
def test_what_nobody_sees_goes_and_punctuation_stays(typed: str, kept: str) -> None:
    assert tidy(typed) == kept


@given(MIXED | st.text())
def test_text_that_looks_tidy_at_once_is_read_as_all_other_text(text: str) -> None:
    """An invisible sign in front makes it be looked at sign by sign."""
    assert tidy(text) == tidy(INVISIBLE + text)
    assert tidy(tidy(text)) == tidy(text)
