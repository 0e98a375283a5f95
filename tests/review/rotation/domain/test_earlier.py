import pytest

from pingyi.core.sheets.opening import open_book
from pingyi.review.rotation.domain.earlier import BadYearsError, read_earlier, read_years
from tests.factories.workbooks import Rows, make_workbook

HEAD = ("单位", "现场述职的年度")


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
        ("2021年、年", [2021]),
    ],
)
def test_years_are_read_as_people_type_them(text: str, years: list[int] | None) -> None:
    assert read_years(text, before=2025) == years


@pytest.mark.parametrize("text", ["2025", "去年", "1889", "20233", "-2023", "²⁰²³x"])
def test_what_cannot_be_an_earlier_year_is_told(text: str) -> None:
    with pytest.raises(BadYearsError, match="不能作年度"):
        read_years(text, before=2025)


@pytest.mark.parametrize(
    ("sheets", "words"),
    [
        ({"填写说明": [HEAD, ("甲", "2023")]}, "没有找到填了内容的工作表"),
        ({"Sheet1": [("单位", "电话"), ("甲", "2023")]}, "没有找到表头"),
        ({"Sheet1": [HEAD, ("甲", "去年")]}, "“去年”不能作年度"),
        ({"Sheet1": [HEAD, ("甲", "")]}, "没有一行写了年度"),
    ],
)
def test_a_sheet_that_says_nothing_is_told_so(sheets: dict[str, Rows], words: str) -> None:
    read = read_earlier(open_book(make_workbook(sheets)), before=2025)
    assert read.lines == []
    assert words in " ".join(f"{fault.message}{fault.title}" for fault in read.faults.kept)


def test_the_named_sheet_goes_before_another_filled_one_and_empty_years_are_passed_over() -> None:
    book = make_workbook({"草稿": [HEAD, ("乙", "2019")], "以往现场述职": [HEAD, ("甲", "2023"), ("丙", "")]})
    lines = read_earlier(open_book(book), before=2025).lines
    assert [(line.organisation, line.years) for line in lines] == [("甲", [2023])]
