"""Many rows at once, for imports that write them by the ten thousand."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import connection
from django.db.models import Model


def add_rows(model: type[Model], rows: Iterable[Mapping[str, Any]]) -> None:
    """Writes rows of plain values (numbers, texts, yes or no) by the names of their columns: all columns but the key in
    each row. The database checks them as it does any other; no object is made for them.
    """
    columns = [str(field.column) for field in model._meta.concrete_fields if not field.primary_key]
    quote = connection.ops.quote_name
    names, places = ", ".join(quote(column) for column in columns), ", ".join(["%s"] * len(columns))
    statement = f"INSERT INTO {quote(model._meta.db_table)} ({names}) VALUES ({places})"  # noqa: S608 (no input)
    with connection.cursor() as cursor:
        cursor.executemany(statement, [tuple(row[column] for column in columns) for row in rows])
