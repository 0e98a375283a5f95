"""Organisations × periods: done, late, excused, missed, not over yet, not due."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

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


def test_a_year_by_months_and_one_by_quarters_stand_side_by_side() -> None:
    periods = [*periods_of_year(Rhythm.MONTH, 2024), *periods_of_year(Rhythm.QUARTER, 2025)]
    held = [Occurrence(1, date(2024, 2, 3)), Occurrence(1, date(2025, 5, 3)), Occurrence(1, date(2023, 5, 3))]
    (row,) = make_matrix([1], periods, due=due_once, occurrences=held, excused=(), today=TODAY).rows
    assert [cell.period for cell in row.cells if cell.mark is Mark.DONE] == [periods[1], periods[13]]


def test_rows_are_found_by_their_organisations() -> None:
    matrix = make_matrix([3, 1, 2], MONTHS, due=due_once, occurrences=(), excused=(), today=TODAY)
    assert [row.key for row in matrix.rows_of([1, 9, 3])] == [1, 3]


DAYS = st.dates(date(2024, 11, 1), date(2025, 7, 1))


@given(
    st.lists(st.builds(Occurrence, st.sampled_from([1, 2]), DAYS, st.booleans()), max_size=30),
    st.sets(st.tuples(st.sampled_from([1, 2]), st.sampled_from(MONTHS))),
    st.lists(st.integers(0, 2), min_size=8, max_size=8),
)
def test_every_cell_is_what_its_own_records_say(
    held: list[Occurrence], excused: set[tuple[int, Period]], times: list[int]
) -> None:
    """Each cell is judged alone, from all records, as one would do it by hand."""

    def due(key: int, period: Period) -> int:
        return times[(key - 1) * 4 + period.number - 1]

    matrix = make_matrix([2, 1], MONTHS, due=due, occurrences=held, excused=excused, today=TODAY)
    assert [row.key for row in matrix.rows] == [2, 1]
    for row in matrix.rows:
        for cell in row.cells:
            period, wanted = cell.period, due(row.key, cell.period)
            own = [
                one for one in held if one.key == row.key and period.first <= one.happened_on <= period.last
            ]
            expected = Mark.MISSED if period.last < TODAY else Mark.AHEAD
            if own and len(own) >= wanted:
                expected = Mark.LATE if any(one.is_late for one in own) else Mark.DONE
            elif not wanted:
                expected = Mark.NOT_DUE
            elif (row.key, period) in excused:
                expected = Mark.EXCUSED
            assert (cell.mark, cell.due, list(cell.days)) == (
                expected,
                wanted,
                sorted(one.happened_on for one in own),
            )
        marks = [cell.mark for cell in row.cells if cell.due]
        assert row.due == len(marks) - marks.count(Mark.AHEAD)
        assert row.done == marks.count(Mark.DONE) + marks.count(Mark.LATE)
        assert (row.late, row.excused, row.missed) == (
            marks.count(Mark.LATE),
            marks.count(Mark.EXCUSED),
            marks.count(Mark.MISSED),
        )
