"""The database server's own tools, called with the connection that Django has."""

import os
import re
import shutil
import subprocess
from contextlib import suppress
from pathlib import Path

from django.db import DatabaseError, connection, transaction
from psycopg import sql
from psycopg.conninfo import make_conninfo

from pingyi.core.errors import Refused

DEBIAN = Path("/usr/lib/postgresql")
SCHEMA = "public"


def export_snapshot() -> str:
    """Holds the sight of this transaction for other connections. Must be asked within it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_export_snapshot()")
        return str(cursor.fetchone()[0])


def dump(to: Path, snapshot: str) -> None:
    """Everything in our schema as it is in this snapshot. Rows only: no transaction numbers, no places of rows."""
    _refuse_other_schema()
    words = ["--format=custom", f"--schema={SCHEMA}", "--no-owner", "--no-privileges"]
    problem = _run("pg_dump", *words, f"--snapshot={snapshot}", f"--file={to}")
    if problem:
        raise Refused(f"pg_dump 没有做成：{problem}。没有留下备份。", code="backup.pg_dump")
    to.chmod(0o600)


def load(dump_file: Path) -> str:
    """Puts a dump into the empty schema, all or nothing. Returns what went wrong, if anything."""
    words = ["--single-transaction", "--exit-on-error", f"--schema={SCHEMA}", "--no-owner", "--no-privileges"]
    return _run("pg_restore", *words, str(dump_file))


def is_empty() -> bool:
    """Whether our schema holds no table."""
    _refuse_other_schema()
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_tables WHERE schemaname = %s", [SCHEMA])
        return bool(cursor.fetchone()[0] == 0)


def refuse_if_in_use() -> None:
    """Nobody else may be connected while the tables are exchanged."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
            " AND backend_type = 'client backend'"
        )
        others = cursor.fetchone()[0]
    if others:
        raise Refused(
            f"数据库还有{others}个别的连接，没有恢复，什么都没有改。请先停下评议系统和数据库查看工具，再恢复。",
            code="restore.in_use",
        )


def set_aside(name: str) -> None:
    """Gives our schema this name and makes an empty one."""
    _execute("ALTER SCHEMA {old} RENAME TO {new}", "CREATE SCHEMA {old}", new=name)


def take_back(name: str) -> None:
    """Undoes `set_aside`; does nothing if it was not done or was undone already."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_namespace WHERE nspname = %s", [name])
        exists = cursor.fetchone()
    if exists:
        _execute("DROP SCHEMA IF EXISTS {old} CASCADE", "ALTER SCHEMA {new} RENAME TO {old}", new=name)


def drop_aside(name: str) -> None:
    """Forgets a schema that was set aside without a table in it; one that holds anything else stays."""
    with suppress(Refused):
        _execute("DROP SCHEMA {new}", new=name)


def program(name: str) -> str:
    """Where the tool is: the newest that Debian's packages installed, else the one on the path."""
    newest = sorted(DEBIAN.glob(f"*/bin/{name}"), key=lambda path: _number(path.parent.parent.name))
    found = str(newest[-1]) if newest else shutil.which(name)
    if found is None:
        raise Refused(
            f"这台机器上没有 {name}。请装上和数据库服务器同一版本的客户端（Debian：apt install postgresql-client），"
            "或者请数据库管理员备份，另外拷贝数据文件夹。",
            code="backup.no_tool",
        )
    return found


def _number(name: str) -> int:
    return int(name) if name.isdigit() else 0


def _run(name: str, *words: str) -> str:
    """Runs a tool; returns its complaint. The password goes through the environment: command lines are public."""
    settings = connection.settings_dict
    named = {"dbname": "NAME", "user": "USER", "host": "HOST", "port": "PORT"}
    known = {word: str(settings[name]) for word, name in named.items() if settings[name]}
    target = f"--dbname={make_conninfo('', **{**settings['OPTIONS'], **known})}"
    environment = {**os.environ, "PGPASSWORD": settings["PASSWORD"], "LC_ALL": "C"}
    done = subprocess.run(  # noqa: S603 (our own words, no shell)
        [program(name), *words[:-1], target, words[-1]],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode == 0:
        return ""
    lines = [line for line in done.stderr.splitlines() if "error" in line.lower()] or [done.stderr.strip()]
    return re.sub(r"^pg_\w+: (error: )?", "", lines[0])[:300]


def _refuse_other_schema() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_schema()")
        schema = cursor.fetchone()[0]
    if schema != SCHEMA:
        raise Refused(
            f"数据表不在 {SCHEMA} 里，而在 {schema} 里，这里的备份和恢复管不到。请用 pg_dump 和 pg_restore。",
            code="backup.other_schema",
        )


def _execute(*statements: str, new: str) -> None:
    """All of them or none, with the names put in."""
    names = {"old": sql.Identifier(SCHEMA), "new": sql.Identifier(new)}
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            for statement in statements:
                cursor.execute(sql.SQL(statement).format(**names).as_string(connection.connection))
    except DatabaseError as error:
        reason = str(error).splitlines()[0]
        raise Refused(
            f"数据库不让换表（{reason}）。请让数据库的所有者来恢复，或者恢复到一个新建的空库。",
            code="restore.not_owner",
        ) from error
