"""Database triggers that make a table append-only, for SQLite and PostgreSQL alike."""

from collections.abc import Iterator

from pingyi.core.tables import RunStatements

_promised: set[str] = set()


def promised_triggers() -> frozenset[str]:
    """Names of the triggers that an up-to-date database has. Complete once all migrations were read."""
    return frozenset(_promised)


def refuse_changes(table: str, verbs: tuple[str, ...] = ("UPDATE", "DELETE")) -> RunStatements:
    """A migration step after which the database itself refuses these verbs on every row of `table`."""
    names = {verb: _name(table, verb) for verb in verbs}
    _promised.update(names.values())
    return RunStatements(
        lambda vendor: [line for verb in verbs for line in _statements(vendor, table, verb)],
        lambda vendor: [_drop(vendor, table, name) for name in names.values()],
    )


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


def refuse_gaps(table: str, *, owner: str, owner_table: str, start: str) -> RunStatements:
    """A step after which `number` of every new row of `table` must follow the highest of its owner by one.

    The first number follows `start` of the owner's row. With a unique key the numbers then have no gap by construction.
    """
    name = f"{table}_no_gap"
    _promised.add(name)
    highest = f"(SELECT MAX(number) FROM {table} WHERE {owner} = NEW.{owner})"  # noqa: S608 - names of tables, written in a migration
    begin = f"(SELECT {start} FROM {owner_table} WHERE id = NEW.{owner})"  # noqa: S608
    wrong = f"NEW.number <> COALESCE({highest}, {begin}) + 1"
    message = f"{table} numbers follow one another"

    def install(vendor: str) -> Iterator[str]:
        if vendor == "sqlite":
            yield (
                f"CREATE TRIGGER {name} BEFORE INSERT ON {table} WHEN {wrong} "
                f"BEGIN SELECT RAISE(ABORT, '{message}'); END"
            )
            return
        yield (
            f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
            f"IF {wrong} THEN RAISE EXCEPTION '{message}'; END IF; RETURN NEW; END $$"
        )
        yield f"CREATE TRIGGER {name} BEFORE INSERT ON {table} FOR EACH ROW EXECUTE FUNCTION {name}()"

    return RunStatements(lambda vendor: list(install(vendor)), lambda vendor: [_drop(vendor, table, name)])


def refuse_where(table: str, name: str, verb: str, *, wrong: str, message: str) -> RunStatements:
    """A step after which the database refuses INSERT, UPDATE or DELETE of a row of `table` for which `wrong` holds.

    `wrong` is a condition that both databases read, about NEW (with UPDATE also OLD, with DELETE only OLD); it may look
    at other tables.
    """
    _promised.add(name)

    def install(vendor: str) -> Iterator[str]:
        if vendor == "sqlite":
            yield (
                f"CREATE TRIGGER {name} BEFORE {verb} ON {table} WHEN {wrong} "
                f"BEGIN SELECT RAISE(ABORT, '{message}'); END"
            )
            return
        yield (
            f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
            f"IF {wrong} THEN RAISE EXCEPTION '{message}' USING ERRCODE = 'check_violation'; END IF; "
            f"RETURN {'OLD' if verb == 'DELETE' else 'NEW'}; END $$"
        )
        yield f"CREATE TRIGGER {name} BEFORE {verb} ON {table} FOR EACH ROW EXECUTE FUNCTION {name}()"

    return RunStatements(lambda vendor: list(install(vendor)), lambda vendor: [_drop(vendor, table, name)])


def _drop(vendor: str, table: str, name: str) -> str:
    return f"DROP TRIGGER IF EXISTS {name}" + (f" ON {table}" if vendor == "postgresql" else "")
