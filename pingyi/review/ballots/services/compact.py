"""Compact the database files, so that deleted rows are not only unlinked but gone from them."""

import time

from django.db import connection

from pingyi.core.errors import Refused
from pingyi.core.words import Words

_TABLES = ("ballots_answer", "ballots_slip", "ballots_paperform")
_TRIES = 5


def compact_ballot_tables() -> None:
    """SQLite: the whole file is written anew and the write-ahead log cut to nothing. PostgreSQL: the ballot's tables
    are written anew. Cannot run inside a transaction.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            for table in _TABLES:
                cursor.execute(f"VACUUM FULL {table}")
    else:
        with connection.cursor() as cursor:
            cursor.execute("VACUUM")
        _truncate_log()


def _truncate_log() -> None:
    """A reader in another thread may hold the log for a moment; somebody who holds it for long is a fault to report."""
    for attempt in range(_TRIES):
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            (is_busy, _, _) = cursor.fetchone()
        if not is_busy:
            return
        time.sleep(0.2 * (attempt + 1))
    message = Words(
        "清理没有做完：别的程序正在读数据库文件。关掉它（例如数据库查看工具、备份），再按一次“清理”。"
    )
    raise Refused(message, code="voting.clean_up_unfinished")
