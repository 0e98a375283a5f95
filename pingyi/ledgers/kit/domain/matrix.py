"""Organisations against periods: how often something was due, and whether it happened. Pure; no names, only numbers."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from pingyi.ledgers.kit.domain.periods import Period

Key = int


class Mark(StrEnum):
    """What one cell says. `ahead`: the period is not over, so nothing is missed yet."""

    DONE = "done"
    LATE = "late"
    EXCUSED = "excused"
    MISSED = "missed"
    AHEAD = "ahead"
    NOT_DUE = "not_due"


class Event(NamedTuple):
    """A day on which something counts as having happened; `is_late` if it was written long after."""

    happened_on: date
    is_late: bool = False


@dataclass(frozen=True, slots=True)
class Occurrence:
    """An event of one organisation."""

    key: Key
    happened_on: date
    is_late: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """One organisation in one period: the days on which it happened, of so many that were due.

    Rows that say the same share their cells: compare cells within a row, not across rows.
    """

    period: Period
    mark: Mark
    due: int
    days: tuple[date, ...] = ()


class MatrixRow(NamedTuple):
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

    def rows_of(self, keys: Collection[Key]) -> list[MatrixRow]:
        """The rows of these organisations, as they come; whoever is not in the matrix is left out."""
        by_key = self._by_key
        return [by_key[key] for key in keys if key in by_key]

    @cached_property
    def _by_key(self) -> dict[Key, MatrixRow]:
        return {row.key: row for row in self.rows}


# How often it is due for this organisation in this period; 0 where it is not due.
Due = Callable[[Key, Period], int]
# The same for all periods of the matrix at once, in their order.
Dues = Callable[[Key], tuple[int, ...]]


def make_matrix(
    keys: Sequence[Key],
    periods: Sequence[Period],
    *,
    due: Due,
    occurrences: Iterable[Occurrence],
    excused: Collection[tuple[Key, Period]],
    today: date,
) -> Matrix:
    """The matrix of these organisations, in their order, over these periods, from single records."""
    events: dict[Key, list[Event]] = defaultdict(list)
    for one in occurrences:
        events[one.key].append(Event(one.happened_on, one.is_late))
    return matrix_of_events(
        keys,
        periods,
        dues=lambda key: tuple(due(key, period) for period in periods),
        events=events,
        excused=excused,
        today=today,
    )


def matrix_of_events(
    keys: Sequence[Key],
    periods: Sequence[Period],
    *,
    dues: Dues,
    events: Mapping[Key, Iterable[Event]],
    excused: Collection[tuple[Key, Period]],
    today: date,
) -> Matrix:
    """The same for whoever has the events of each organisation together: quick for many thousands of cells."""
    excuses: dict[Key, set[Period]] = defaultdict(set)
    for key, period in excused:
        excuses[key].add(period)
    loom = _Loom(periods, today)
    rows = (loom.row(key, dues(key), events.get(key, ()), excuses.get(key)) for key in keys)
    return Matrix(tuple(periods), tuple(rows) if periods else ())


NOWHERE: frozenset[int] = frozenset()


class _Loom:
    """Makes the rows of one matrix. What many rows have alike is made once."""

    def __init__(self, periods: Sequence[Period], today: date) -> None:
        self.periods = periods
        self.is_over = [period.last < today for period in periods]
        self.places = {
            (period.year, month): place for place, period in enumerate(periods) for month in period.months
        }
        self.place_of_day: dict[date, int | None] = {}
        self.blank: dict[tuple[int, ...], MatrixRow] = {}
        self.filled: dict[tuple[int, int, bool, tuple[Event, ...]], Cell] = {}

    def row(
        self, key: Key, dues: tuple[int, ...], events: Iterable[Event], excuses: Collection[Period] | None
    ) -> MatrixRow:
        blank = self.blank.get(dues)
        if blank is None:
            empty = (self._cell(place, due, False, ()) for place, due in enumerate(dues))
            blank = self.blank[dues] = _row(0, tuple(empty))
        found = self._by_place(events)
        excused = self._excused(excuses) if excuses else NOWHERE
        for place in excused:
            found.setdefault(place, [])
        if not found:
            return MatrixRow(key, *blank[1:])
        cells, filled = list(blank.cells), self.filled
        for place, together in found.items():
            wanted = (place, dues[place], place in excused, tuple(together))
            cell = filled.get(wanted)
            if cell is None:
                cell = filled[wanted] = self._cell(*wanted)
            cells[place] = cell
        return _row(key, tuple(cells))

    def _excused(self, excuses: Collection[Period]) -> frozenset[int]:
        return frozenset(place for place, period in enumerate(self.periods) if period in excuses)

    def _by_place(self, events: Iterable[Event]) -> dict[int, list[Event]]:
        """The events by the place of their period in the matrix; others are not looked at."""
        found: dict[int, list[Event]] = {}
        known = self.place_of_day
        for event in events:
            day = event.happened_on
            if day not in known:
                known[day] = self.places.get((day.year, day.month))
            place = known[day]
            if place in found:
                found[place].append(event)
            elif place is not None:
                found[place] = [event]
        return found

    def _cell(self, place: int, due: int, is_excused: bool, events: tuple[Event, ...]) -> Cell:
        mark = _mark(due, events, is_excused, self.is_over[place])
        return Cell(self.periods[place], mark, due, tuple(sorted(event.happened_on for event in events)))


def _mark(due: int, events: tuple[Event, ...], is_excused: bool, is_over: bool) -> Mark:
    if len(events) >= max(due, 1):
        return Mark.LATE if any(event.is_late for event in events) else Mark.DONE
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
