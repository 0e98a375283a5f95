import pytest

from pingyi.documents.domain.fitting import CUT, fitted, lines_needed


def test_a_text_that_fits_stays_as_it_is() -> None:
    assert fitted("支部工作例会每月一次。", 1, 29) == "支部工作例会每月一次。"


def test_what_is_left_out_is_marked_and_still_fits() -> None:
    cut = fitted("支部工作例会每月一次，当场点评。" * 20, 2, 29)
    assert cut.endswith(CUT)
    assert lines_needed(cut, 29) == 2
    assert len(cut) > 50


def test_no_line_means_no_text() -> None:
    assert fitted("支部", 0, 29) == ""


@pytest.mark.parametrize(
    ("text", "lines"),
    [("", 0), ("党" * 29, 1), ("党" * 30, 2), ("W" * 60, 2), ("3,120" * 3, 1)],
)
def test_lines_are_counted_rather_too_many_than_too_few(text: str, lines: int) -> None:
    assert lines_needed(text, 29) >= lines


def test_a_mark_that_may_not_begin_a_line_takes_its_neighbour_along() -> None:
    assert lines_needed("党" * 28 + "组，" + "织" * 27, 29) == 2
    assert lines_needed("党" * 28 + "组，" + "织" * 28, 29) == 3


def test_a_text_of_a_million_signs_is_cut_at_once() -> None:
    assert lines_needed(fitted("长" * 1_000_000, 3, 29), 29) == 3
