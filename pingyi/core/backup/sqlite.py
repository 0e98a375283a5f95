"""Copying the embedded database, and judging a copy."""

import sqlite3
from contextlib import closing
from pathlib import Path

from pingyi.core.backup.manifest import damaged
from pingyi.core.errors import Refused

# What belongs to a database file and must go where it goes.
BESIDE = ("-wal", "-shm", "-journal")


def copy_database(database: Path, to: Path) -> None:
    """Writes the database anew into `to`, as it is at this moment.

    Only living rows are written: unlike a copy of the file, or of its pages, nothing of deleted ones comes along.
    """
    with closing(sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True)) as source:
        try:
            source.execute("VACUUM INTO ?", [str(to)])
        except sqlite3.DatabaseError as error:
            raise Refused(
                f"数据库读不完整（{error}），没有做成备份。请运行 doctor 查看，不要再写入新的内容。",
                code="backup.database_broken",
            ) from error
    to.chmod(0o600)
    if problem := problem_of(to):
        raise Refused(
            f"数据库里有坏的内容（{problem}），没有做成备份。请不要再写入，从上一份备份恢复。",
            code="backup.database_broken",
        )


def check_copy(copy: Path, migrations: tuple[str, ...]) -> None:
    """A database out of an archive: whole, and with the history that the archive tells."""
    if problem := problem_of(copy):
        raise damaged(f"里面的数据库是坏的（{problem}）")
    with closing(sqlite3.connect(f"{copy.as_uri()}?mode=ro", uri=True)) as database:
        try:
            rows = database.execute("SELECT app, name FROM django_migrations").fetchall()
        except sqlite3.DatabaseError as error:
            raise damaged(f"里面的数据库不是评议系统的（{error}）") from error
    if sorted(f"{app}.{name}" for app, name in rows) != sorted(migrations):
        raise damaged("里面的数据库和目录（manifest.json）不一致")


def problem_of(file: Path) -> str:
    """What SQLite itself finds wrong with a file; nothing if it is whole."""
    with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)) as database:
        try:
            (first,) = database.execute("PRAGMA integrity_check(1)").fetchone()
            return "" if first == "ok" else str(first).splitlines()[0]
        except sqlite3.DatabaseError as error:
            return str(error)


def close_down(database: Path) -> None:
    """Brings the write-ahead log home into the file. Refused while somebody else has the database open.

    A file that SQLite cannot read is left as it is: it is to be moved aside, not to be used.
    """
    with closing(sqlite3.connect(database, timeout=1)) as connection:
        try:
            connection.execute("PRAGMA journal_mode=DELETE")
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorname.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
                raise Refused(
                    "数据库还有别的程序开着，没有恢复，什么都没有改。请先停下评议系统和数据库查看工具，再恢复。",
                    code="restore.in_use",
                ) from error
