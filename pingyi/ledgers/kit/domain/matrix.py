"""Organisations against periods: how often something was due, and whether it happened. Pure; no names, only numbers."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from pingyi.ledgers.kit.domain.periods import Period, Rhythm, period_of

Key = int


class Mark(StrEnum):
    """What one cell says. `ahead`: the period is not over, so nothing is missed yet."""

    DONE = "done"
    LATE = "late"
    EXCUSED = "excused"
    MISSED = "missed"
    AHEAD = "ahead"
    NOT_DUE = "not_due"


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One thing that counts as having happened; `is_late` if it was written long after."""

    key: Key
    happened_on: date
    is_late: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """One organisation in one period: the days on which it happened, of so many that were due."""

    period: Period
    mark: Mark
    due: int
    days: tuple[date, ...] = ()


@dataclass(frozen=True)
class MatrixRow:
    """One organisation. `due` counts the periods in which something was due and that are over or were done;
    `done` those in which it happened, `late` those of them written late; the rest is excused or missed.
    """

    key: Key
    cells: tuple[Cell, ...]
    due: int
    done: int
    late: int
    excused: int
    missed: int


@dataclass(frozen=True)
class Matrix:
    periods: tuple[Period, ...]
    rows: tuple[MatrixRow, ...]


# How often it is due for this organisation in this period; 0 where it is not due.
Due = Callable[[Key, Period], int]


@dataclass
class _Found:
    days: list[date] = field(default_factory=list)
    is_late: bool = False


def make_matrix(
    keys: Sequence[Key],
    periods: Sequence[Period],
    *,
    due: Due,
    occurrences: Iterable[Occurrence],
    excused: Collection[tuple[Key, Period]],
    today: date,
) -> Matrix:
    """The matrix of these organisations, in their order, over these periods of one rhythm."""
    if not periods:
        return Matrix((), ())
    found = _by_place(occurrences, periods[0].rhythm)
    ends = [period.last < today for period in periods]
    rows = []
    for key in keys:
        cells = tuple(
            _cell(
                period, due(key, period), found.get((key, period)), (key, period) in excused, is_over=is_over
            )
            for period, is_over in zip(periods, ends, strict=True)
        )
        rows.append(_row(key, cells))
    return Matrix(tuple(periods), tuple(rows))


def _by_place(occurrences: Iterable[Occurrence], rhythm: Rhythm) -> Mapping[tuple[Key, Period], _Found]:
    found: dict[tuple[Key, Period], _Found] = {}
    periods: dict[tuple[int, int], Period] = {}
    for one in occurrences:
        month = (one.happened_on.year, one.happened_on.month)
        period = periods.get(month)
        if period is None:
            period = periods[month] = period_of(rhythm, one.happened_on)
        place = found.get((one.key, period))
        if place is None:
            place = found[one.key, period] = _Found()
        place.days.append(one.happened_on)
        place.is_late = place.is_late or one.is_late
    return found


def _cell(period: Period, due: int, found: _Found | None, is_excused: bool, *, is_over: bool) -> Cell:
    days = tuple(sorted(found.days)) if found else ()
    return Cell(period, _mark(due, found, is_excused, is_over), due, days)


def _mark(due: int, found: _Found | None, is_excused: bool, is_over: bool) -> Mark:
    if found is not None and len(found.days) >= max(due, 1):
        return Mark.LATE if found.is_late else Mark.DONE
    if not due:
        return Mark.NOT_DUE
    if is_excused:
        return Mark.EXCUSED
    return Mark.MISSED if is_over else Mark.AHEAD


def _row(key: Key, cells: tuple[Cell, ...]) -> MatrixRow:
    marks = [cell.mark for cell in cells if cell.due]
    done, late = marks.count(Mark.DONE), marks.count(Mark.LATE)
    excused, missed = marks.count(Mark.EXCUSED), marks.count(Mark.MISSED)
    return MatrixRow(key, cells, done + late + excused + missed, done + late, late, excused, missed)
