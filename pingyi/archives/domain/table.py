"""A table of the package: which rows, which columns, and what each column means. Nothing else leaves the database."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Column:
    """`path` leads to the value from the row, `meaning` is what the page of columns says of it."""

    name: str
    path: str
    meaning: str


@dataclass(frozen=True)
class Table:
    """Rows of `model` that belong to the cycle by `to_cycle`. With `is_carried` these are rows of problems: those of
    the cycle and, beyond them, what earlier years left open. With `has_counts` only who may see counts gets it.
    """

    name: str
    title: str
    model: str
    to_cycle: str
    columns: tuple[Column, ...]
    order: tuple[str, ...] = ("pk",)
    is_carried: bool = False
    has_counts: bool = False


def columns(lines: str) -> tuple[Column, ...]:
    """Columns from lines `name|path|meaning`; without a path it is the name."""
    return tuple(_column(line.strip().split("|")) for line in lines.strip().splitlines())


def _column(parts: Sequence[str]) -> Column:
    name, path, meaning = parts
    return Column(name, path or name, meaning)
