"""How much people filled in of a ledger in a year, and what came without anybody's entry."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.apps import apps
from django.db.models import Count, Exists, Model, OuterRef, Q

from pingyi.core.clock import PEOPLE_ZONE
from pingyi.ledgers.kit.domain.fields import Declaration, Derived, Field, Table


@dataclass(frozen=True)
class Filled:
    """One field: filled in so often by people; `by_itself` where its value was taken from what stood there already."""

    field: Field
    times: int
    by_itself: int = 0


@dataclass(frozen=True)
class TableBurden:
    """One table with its rows of the year (all rows of a standing list), field by field. `derived` are columns that
    came by themselves, with how often.
    """

    table: Table
    rows: int
    filled: tuple[Filled, ...]
    derived: tuple[tuple[Derived, int], ...]

    @property
    def times(self) -> int:
        return sum(one.times for one in self.filled)

    @property
    def by_itself(self) -> int:
        return sum(times for _, times in self.derived) + sum(one.by_itself for one in self.filled)


@dataclass(frozen=True)
class LedgerBurden:
    """One ledger: how many rows people wrote, how many fields they filled in, how many came by themselves."""

    declared: Declaration
    tables: tuple[TableBurden, ...]

    @property
    def rows(self) -> int:
        return sum(one.rows for one in self.tables if one.filled)

    @property
    def times(self) -> int:
        return sum(one.times for one in self.tables)

    @property
    def by_itself(self) -> int:
        return sum(one.by_itself for one in self.tables)

    @property
    def fields(self) -> int:
        return sum(len(one.filled) for one in self.tables)


def burden_of(declared: Declaration, organisation_ids: Collection[int], year: int) -> LedgerBurden:
    """What these organisations filled in during the year. One query for each table."""
    return LedgerBurden(
        declared, tuple(_table(declared, one, organisation_ids, year) for one in declared.tables)
    )


def _table(declared: Declaration, table: Table, organisation_ids: Collection[int], year: int) -> TableBurden:
    model = apps.get_model(declared.ledger, table.name)
    rows = model._default_manager.all()
    if table.place:
        rows = rows.filter(**{f"{table.place}__in": organisation_ids})
    if table.written:
        first, last = (datetime(year + more, 1, 1, tzinfo=PEOPLE_ZONE) for more in (0, 1))
        rows = rows.filter(**{f"{table.written}__gte": first, f"{table.written}__lt": last})
    asked: dict[str, Any] = {"rows": Count("pk")}
    for field in table.fields:
        is_filled = _is_filled(model, field.name)
        if field.unless:
            rows = rows.annotate(**{f"from_{field.name}": Exists(_related(model, field.unless))})
            asked[f"itself_{field.name}"] = Count("pk", filter=is_filled & Q(**{f"from_{field.name}": True}))
            is_filled &= Q(**{f"from_{field.name}": False})
        asked[f"filled_{field.name}"] = Count("pk", filter=is_filled)
    shown = [one for one in table.derived if one.title]
    for one in shown:
        asked[f"derived_{one.name}"] = Count("pk", filter=_is_filled(model, one.name))
    found = rows.aggregate(**asked)
    return TableBurden(
        table,
        found["rows"],
        tuple(
            Filled(one, found[f"filled_{one.name}"], found.get(f"itself_{one.name}", 0))
            for one in table.fields
        ),
        tuple((one, found[f"derived_{one.name}"]) for one in shown),
    )


def _is_filled(model: type[Model], name: str) -> Q:
    """Whether a column says anything: not empty, and not what it holds before anybody touched it."""
    column: Any = model._meta.get_field(name)
    is_filled = Q(**{f"{name}__isnull": False})
    if column.get_internal_type() in {"CharField", "TextField"}:
        is_filled &= ~Q(**{name: ""})
    if column.has_default():
        is_filled &= ~Q(**{name: column.get_default()})
    return is_filled


def _related(model: type[Model], name: str) -> Any:
    """The rows of a relation that belong to the row of outside."""
    relation: Any = model._meta.get_field(name)
    return relation.related_model._default_manager.filter(**{relation.field.name: OuterRef("pk")})
