"""The rows of every table of the package, exactly the columns that are written out for it."""

from typing import Any

from django.apps import apps
from django.db.models import QuerySet

from pingyi.archives.domain.plain import plain
from pingyi.archives.domain.table import Table
from pingyi.review.cycles.models import Cycle
from pingyi.review.rectification.queries.carried import in_cycle_or_carried


def rows_of(table: Table, cycle: Cycle) -> list[dict[str, Any]]:
    """The rows in their order, as plain values. One query."""
    paths = [column.path for column in table.columns]
    names = [column.name for column in table.columns]
    return [
        {name: plain(value) for name, value in zip(names, values, strict=True)}
        for values in in_cycle(table, cycle).order_by(*table.order).values_list(*paths)
    ]


def in_cycle(table: Table, cycle: Cycle) -> QuerySet[Any]:
    """Those of the cycle; of problems and what hangs on them also what earlier years left open."""
    manager: Any = apps.get_model(table.model)._default_manager
    if table.is_carried:
        rows: QuerySet[Any] = manager.filter(in_cycle_or_carried(cycle, table.to_cycle))
    else:
        rows = manager.filter(**{table.to_cycle: cycle.pk})
    return rows
