"""Migration steps that are quick on a new installation.

Django draws its picture of all models anew for every table that a migration makes, and for every step written in
Python: with some hundred tables that is most of the first start. Tables of one migration are made together here, and
drawn into the picture that is there already; steps in SQL need none.
"""

from collections.abc import Callable, Sequence
from typing import Any

from django.db import migrations
from django.db.migrations.operations.base import Operation


class MakeTables(Operation):
    """`CreateModel` for several models, in their order."""

    def __init__(self, tables: Sequence[migrations.CreateModel]) -> None:
        self.tables = tables

    def state_forwards(self, app_label: str, state: Any) -> None:
        picture = state.__dict__.pop("apps", None)
        for table in self.tables:
            table.state_forwards(app_label, state)
        if picture is not None:
            with picture.bulk_update():
                picture.render_multiple([state.models[app_label, table.name_lower] for table in self.tables])
            state.apps = picture

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        for table in self.tables:
            table.database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        for table in reversed(self.tables):
            table.database_backwards(app_label, schema_editor, from_state, to_state)

    def describe(self) -> str:
        return "Make the tables of " + ", ".join(table.name for table in self.tables)


class RunStatements(Operation):
    """SQL by the kind of database: `forwards(vendor)` and `backwards(vendor)` give the statements."""

    reduces_to_sql = True
    atomic = True

    def __init__(
        self, forwards: Callable[[str], Sequence[str]], backwards: Callable[[str], Sequence[str]]
    ) -> None:
        self.forwards = forwards
        self.backwards = backwards

    def state_forwards(self, app_label: str, state: Any) -> None:
        """No model changes."""

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        for statement in self.forwards(schema_editor.connection.vendor):
            schema_editor.execute(statement, params=None)

    def database_backwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        for statement in self.backwards(schema_editor.connection.vendor):
            schema_editor.execute(statement, params=None)

    def describe(self) -> str:
        return "Run SQL of this database"
