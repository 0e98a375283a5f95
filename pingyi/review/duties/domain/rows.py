"""The rows of a template or a list as somebody wrote them, and what is wrong with them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pingyi.review.duties.domain.entries import PLAN_STRANDS, Part, Strand

LONGEST, MOST = 300, 60


@dataclass(frozen=True)
class Row:
    """One entry as written. `number` is its place in the form, `item_id` the entry that it was before, if any."""

    number: int
    part: Part
    strand: Strand
    text: str
    due_on: date | None = None
    responsible_id: int | None = None
    item_id: int | None = None

    @property
    def says(self) -> tuple[str, str, str]:
        """What makes two rows the same entry."""
        return (self.part, self.strand, self.text)


class RowFault(StrEnum):
    EMPTY = "empty"
    TOO_MANY = "too_many"
    TOO_LONG = "too_long"
    TWICE = "twice"
    STRAND = "strand"
    YEAR = "year"


@dataclass(frozen=True)
class Fault:
    """`column` is where it is to be mended; the faults of a whole list have number 0."""

    number: int
    column: str
    rule: RowFault


def faults_of(rows: Sequence[Row], year: int) -> list[Fault]:
    """All at once. A deadline lies in the year of the list or the year after, in which the review is held."""
    if not rows:
        return [Fault(0, "rows", RowFault.EMPTY)]
    if len(rows) > MOST:
        return [Fault(0, "rows", RowFault.TOO_MANY)]
    found: list[Fault] = []
    seen: set[tuple[str, str, str]] = set()
    for row in rows:
        if len(row.text) > LONGEST:
            found.append(Fault(row.number, "text", RowFault.TOO_LONG))
        if row.says in seen:
            found.append(Fault(row.number, "text", RowFault.TWICE))
        if row.part is Part.PROJECT and row.strand not in PLAN_STRANDS:
            found.append(Fault(row.number, "strand", RowFault.STRAND))
        if row.due_on is not None and row.due_on.year not in (year, year + 1):
            found.append(Fault(row.number, "due", RowFault.YEAR))
        seen.add(row.says)
    return found


class Gap(StrEnum):
    """What an entry lacks before its list can be given out."""

    DUE = "due"
    RESPONSIBLE = "responsible"


def gap_of(due_on: date | None, responsible_id: int | None) -> Gap | None:
    if due_on is None:
        return Gap.DUE
    return Gap.RESPONSIBLE if responsible_id is None else None
