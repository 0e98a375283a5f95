"""Workbooks as data: groups of columns and names of sheets."""

from fractions import Fraction

from pingyi.documents.domain.sheets import SheetColumn, column_groups, fraction_text, sheet_names


def test_neighbours_of_one_group_share_a_heading() -> None:
    columns = (
        SheetColumn("单位"),
        SheetColumn("好", group="票数"),
        SheetColumn("差", group="票数"),
        SheetColumn("得分"),
        SheetColumn("名次"),
    )

    assert column_groups(columns) == [("", 0, 0), ("票数", 1, 2), ("", 3, 3), ("", 4, 4)]


def test_an_exact_figure_always_shows_its_stroke() -> None:
    assert fraction_text(Fraction(180, 2)) == "90/1"
    assert fraction_text(Fraction(1000, 11)) == "1000/11"


def test_sheet_names_are_short_plain_and_each_once() -> None:
    names = sheet_names(["A [甲]/乙", "长" * 40, "长" * 50, "'a'", "A", "", "汇总:*?\\"])

    assert names == ["A 甲乙", "长" * 31, "长" * 28 + "(2)", "a", "A(2)", "表", "汇总"]
    assert all(len(name) <= 31 for name in names)
