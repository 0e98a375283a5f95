"""Paper forms are typed twice by two people; here the two readings of one form are compared, row by row."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

Marks = Mapping[int, str]


@dataclass(frozen=True)
class RowDifference:
    """One row that the two people read differently; None is a blank."""

    row: int
    first: str | None
    second: str | None


@dataclass(frozen=True)
class FormDifference:
    """What keeps one form from the count: rows that differ, or a reading that is still missing."""

    number: int
    rows: tuple[RowDifference, ...] = ()
    is_entered_once: bool = False


def compare_form(
    number: int, rows: Sequence[int], first: Marks | None, second: Marks | None
) -> FormDifference | None:
    """The difference between two readings of a form, in the order of the ballot's rows; None if they agree."""
    if first is None or second is None:
        return FormDifference(number, is_entered_once=True)
    differing = tuple(
        RowDifference(row, first.get(row), second.get(row))
        for row in rows
        if first.get(row) != second.get(row)
    )
    return FormDifference(number, differing) if differing else None
