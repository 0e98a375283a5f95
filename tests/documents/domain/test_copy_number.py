import pytest

from pingyi.documents.domain.copy_number import read_copy_number


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("1", "000001"),
        (" 34 ", "000034"),
        ("000034", "000034"),
        ("999999", "999999"),
        ("", ""),
        ("0", None),
        ("1000000", None),
        ("-1", None),
        ("１", None),
        ("三", None),
    ],
)
def test_a_copy_number_has_six_digits(typed: str, printed: str | None) -> None:
    assert read_copy_number(typed) == printed
