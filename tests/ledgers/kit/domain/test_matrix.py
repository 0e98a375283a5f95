"""Organisations × periods: done, late, excused, missed, not over yet, not due."""

from datetime import date

from pingyi.ledgers.kit.domain.matrix import Mark, Occurrence, make_matrix
from pingyi.ledgers.kit.domain.periods import Period, Rhythm, periods_of_year

MONTHS = periods_of_year(Rhythm.MONTH, 2025)[:4]
TODAY = date(2025, 4, 15)


def due_once(key: int, period: Period) -> int:
    return 1


def test_each_cell_says_what_happened() -> None:
    matrix = make_matrix(
        [1],
        MONTHS,
        due=due_once,
        occurrences=[Occurrence(1, date(2025, 1, 8))],
        excused={(1, MONTHS[1])},
        today=TODAY,
    )
    (row,) = matrix.rows
    assert [cell.mark for cell in row.cells] == [Mark.DONE, Mark.EXCUSED, Mark.MISSED, Mark.AHEAD]
    assert row.cells[0].days == (date(2025, 1, 8),)
    assert (row.due, row.done, row.late, row.excused, row.missed) == (3, 1, 0, 1, 1)


def test_what_was_written_late_counts_as_done_and_is_marked() -> None:
    held = [Occurrence(1, date(2025, 1, 8), is_late=True), Occurrence(1, date(2025, 1, 20))]
    (row,) = make_matrix([1], MONTHS, due=due_once, occurrences=held, excused=(), today=TODAY).rows
    assert row.cells[0].mark is Mark.LATE
    assert (row.done, row.late) == (1, 1)


def test_less_often_than_due_is_not_done() -> None:
    held = [Occurrence(1, date(2025, 1, 8))]
    (row,) = make_matrix(
        [1], MONTHS, due=lambda key, period: 2, occurrences=held, excused=(), today=TODAY
    ).rows
    assert row.cells[0].mark is Mark.MISSED
    assert row.cells[0].days == (date(2025, 1, 8),)


def test_what_is_not_due_is_neither_missed_nor_counted() -> None:
    held = [Occurrence(1, date(2025, 1, 8))]
    (row,) = make_matrix(
        [1], MONTHS, due=lambda key, period: 0, occurrences=held, excused=(), today=TODAY
    ).rows
    assert [cell.mark for cell in row.cells] == [Mark.DONE, *[Mark.NOT_DUE] * 3]
    assert (row.due, row.done) == (0, 0)


def test_no_periods_no_matrix() -> None:
    assert make_matrix([1], [], due=due_once, occurrences=(), excused=(), today=TODAY).rows == ()
