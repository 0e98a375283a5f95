"""Database triggers that make a table append-only, for SQLite and PostgreSQL alike."""

from typing import Any

from django.db import migrations

_promised: set[str] = set()


def promised_triggers() -> frozenset[str]:
    """Names of the triggers that an up-to-date database has. Complete once all migrations were read."""
    return frozenset(_promised)


def refuse_changes(table: str, verbs: tuple[str, ...] = ("UPDATE", "DELETE")) -> migrations.RunPython:
    """A migration step after which the database itself refuses these verbs on every row of `table`."""
    _promised.update(_name(table, verb) for verb in verbs)

    def install(apps: Any, editor: Any) -> None:
        for verb in verbs:
            for statement in _statements(editor.connection.vendor, table, verb):
                editor.execute(statement)

    def remove(apps: Any, editor: Any) -> None:
        for verb in verbs:
            suffix = f" ON {table}" if editor.connection.vendor == "postgresql" else ""
            editor.execute(f"DROP TRIGGER IF EXISTS {_name(table, verb)}{suffix}")

    return migrations.RunPython(install, remove)


def _name(table: str, verb: str) -> str:
    return f"{table}_no_{verb.lower()}"


def _statements(vendor: str, table: str, verb: str) -> list[str]:
    name, message = _name(table, verb), f"{table} is append-only"
    if vendor == "sqlite":
        return [f"CREATE TRIGGER {name} BEFORE {verb} ON {table} BEGIN SELECT RAISE(ABORT, '{message}'); END"]
    return [
        (
            f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN RAISE EXCEPTION '{message}'; END $$"
        ),
        f"CREATE TRIGGER {name} BEFORE {verb} ON {table} FOR EACH ROW EXECUTE FUNCTION {name}()",
    ]
