import pytest

from pingyi.review.rotation.domain.earlier import BadYearsError, read_years


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("", None),
        ("　", None),
        ("无", []),
        ("从未", []),
        ("2023、2019", [2019, 2023]),
        ("２０２３年度，2023", [2023]),
        ("2021年 2022年", [2021, 2022]),
    ],
)
def test_years_are_read_as_people_type_them(text: str, years: list[int] | None) -> None:
    assert read_years(text, before=2025) == years


@pytest.mark.parametrize("text", ["2025", "去年", "1889", "20233", "-2023", "²⁰²³x"])
def test_what_cannot_be_an_earlier_year_is_told(text: str) -> None:
    with pytest.raises(BadYearsError, match="不能作年度"):
        read_years(text, before=2025)
