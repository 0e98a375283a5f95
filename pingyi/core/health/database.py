"""The database: does it answer, does it keep what it is told, has it all tables and all guards."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.db.models import Max

from pingyi.core.backup import postgresql
from pingyi.core.errors import Refused
from pingyi.core.health.check import Check, attention, bad, good
from pingyi.core.models import Event
from pingyi.core.queries.events import verify_chain
from pingyi.core.triggers import promised_triggers

NAME = "数据库"
# What the settings ask of SQLite, and what happens without it.
PRAGMAS = {
    "journal_mode": ("wal", "多人同时写会出错"),
    "synchronous": (2, "断电会丢票"),
    "foreign_keys": (1, "会出现没有主人的记录"),
    "secure_delete": (1, "删掉的票会留在文件里"),
}


def database_checks() -> Iterator[Check]:
    """Everything about the database; only the first fault if it does not answer."""
    try:
        yield _answers()
    except DatabaseError as error:
        reason = str(error).strip().splitlines()[0]
        yield bad(NAME, f"连不上（{reason}）", "核对 DATABASE_URL 和数据库服务器；内置数据库坏了就从备份恢复")
        return
    if connection.vendor == "sqlite":
        yield from _sqlite()
    else:
        yield _backup_tools()
    yield from _migrations()


def table_checks() -> Iterator[Check]:
    """What can only be asked of tables that are up to date."""
    yield _triggers()
    yield _records()


def newest_record() -> datetime | None:
    """When the last line of any institution's log was written."""
    newest: datetime | None = Event.objects.aggregate(newest=Max("recorded_at"))["newest"]
    return newest


def _answers() -> Check:
    if connection.vendor == "postgresql":
        (version,) = _row("SHOW server_version")
        return good(NAME, f"PostgreSQL {version.split()[0]}，连得上")
    (version,) = _row("SELECT sqlite_version()")
    return good(NAME, f"内置数据库（SQLite {version}），打得开")


def _sqlite() -> Iterator[Check]:
    wrong = []
    for name, (wanted, consequence) in PRAGMAS.items():
        (found,) = _row(f"PRAGMA {name}")
        if found != wanted:
            wrong.append(f"{name} 是 {found}：{consequence}")
    if wrong:
        yield bad("数据库设置", "；".join(wrong), "用 run.py 启动；数据文件夹要在支持加锁的本机磁盘上")
    else:
        yield good("数据库设置", "写前日志、落盘、外键、覆盖删除都开着")
    (found,) = _row("PRAGMA quick_check(1)")
    if found != "ok":
        yield bad("数据库文件", f"有坏的内容（{found}）", "停下系统，从最近的备份恢复")
    else:
        yield good("数据库文件", "完好")


def _backup_tools() -> Check:
    try:
        for name in ("pg_dump", "pg_restore"):
            postgresql.program(name)
    except Refused as refused:
        return attention("备份工具", "缺 pg_dump 或 pg_restore，backup 和 restore 用不了", refused.message)
    return good("备份工具", "pg_dump 和 pg_restore 都有")


def _migrations() -> Iterator[Check]:
    executor = MigrationExecutor(connection)
    loader = executor.loader
    waiting = executor.migration_plan(loader.graph.leaf_nodes())
    unknown = sorted(set(loader.applied_migrations) - set(loader.disk_migrations))
    if not loader.applied_migrations:
        yield attention("数据库结构", "还是空的", "第一次启动时会自动建表")
    elif unknown:
        names = "、".join(".".join(key) for key in unknown[:3])
        yield bad("数据库结构", f"数据库比程序新（{names}）", "换成原来那个版本的程序，或恢复升级前的备份")
    elif waiting:
        yield bad("数据库结构", f"还有{len(waiting)}步升级没有做", "先备份，再启动一次系统，它会自动升级")
    else:
        yield good("数据库结构", f"{len(loader.applied_migrations)}步升级都做了")


def _triggers() -> Check:
    """The guards that make the database itself refuse changes of what was recorded."""
    if connection.vendor == "sqlite":
        sql = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    else:
        sql = (
            "SELECT t.tgname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid "
            "WHERE c.relnamespace = current_schema()::regnamespace AND t.tgenabled <> 'D'"
        )
    present = {name for (name,) in _rows(sql)}
    MigrationExecutor(connection)  # reads all migrations, which say what they promise
    missing = sorted(promised_triggers() - present)
    if missing:
        told = f"少了{'、'.join(missing)}：记录可以被悄悄改掉"
        return bad("防改动", told, "查清是谁去掉的；从备份恢复，或请开发者补上")
    return good("防改动", f"{len(promised_triggers())}道都在，已有的记录改不了")


def _records() -> Check:
    """The chain of every institution's log, line by line."""
    lines = 0
    for institution_id in Event.objects.order_by().values_list("institution_id", flat=True).distinct():
        chain = verify_chain(institution_id)
        if not chain.is_whole:
            told = f"单位 {institution_id} 的第{chain.broken_at}条：{chain.problem}"
            return bad("办事记录", told, "停下来查清原因；需要时和备份对照")
        lines += chain.lines
    return good("办事记录", f"{lines}条，前后接得上")


def _row(sql: str) -> tuple[Any, ...]:
    return _rows(sql)[0]


def _rows(sql: str) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return list(cursor.fetchall())
