"""Rows of a form checked at once: what is wrong is named at each row, and nothing is saved."""

from collections.abc import Sequence

from pingyi.review.cycles.services import SeveralFaults
from pingyi.review.duties.domain.rows import Row, faults_of
from pingyi.review.duties.phrases import ROW_FAULTS


def refuse_faulty(rows: Sequence[Row], year: int) -> None:
    faults = faults_of(rows, year)
    if faults:
        named = {field_of(one.number, one.column): ROW_FAULTS[one.rule] for one in faults}
        raise SeveralFaults(named, code=f"duty_rows.{faults[0].rule}")


def field_of(number: int, column: str) -> str:
    """The name of the field in the form: `text-3`; what concerns all rows has no number."""
    return f"{column}-{number}" if number else column
