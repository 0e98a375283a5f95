import pytest

from pingyi.documents.render.docx.line_breaks import lines_of


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", 1),
        ("党" * 28, 1),
        ("党" * 29, 2),
        ("党" * 28 + "。", 1),  # hangs over the edge
        ("党" * 28 + "。”", 2),  # two marks do not: both go down with the character before
        ("党" * 27 + "“组", 2),  # an opening mark goes down with what it opens
        ("党" * 26 + "2025年", 2),  # a number is not torn apart
        ("2" * 56, 1),  # digits are half as wide
        ("党\n组", 2),
    ],
)
def test_lines_are_broken_as_word_processors_break_them(text: str, lines: int) -> None:
    assert lines_of(text) == lines


def test_an_indented_first_line_holds_two_characters_less() -> None:
    assert [lines_of("党" * n, first_indent=32) for n in (26, 27)] == [1, 2]
