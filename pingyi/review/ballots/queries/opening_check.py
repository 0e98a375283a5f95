"""The check that must pass before a voting is opened. It never runs while ballots are cast: a failed check of ours
must not turn a voter away.
"""

import logging
from types import SimpleNamespace

from django.conf import settings
from django.db import connection

from pingyi.core.words import Words
from pingyi.review.ballots.domain.allowed_schema import ALLOWED_MIDDLEWARE
from pingyi.review.ballots.domain.findings import Finding, schema_findings
from pingyi.review.ballots.queries import found_postgresql, found_sqlite

_PROBE = "/ballot/probe/cast"
_FIX_LOG = Words("请系统管理员按部署手册“日志”一节改好，重启后再开启投票。")


def opening_findings() -> list[Finding]:
    """All findings of this process and its database, gravest first. Empty when a voting may be opened."""
    findings = [*_database_findings(), *_log_findings(), *_middleware_findings()]
    return sorted(findings, key=lambda finding: not finding.stops)


def _database_findings() -> list[Finding]:
    if connection.vendor == "sqlite":
        memory = [
            Finding("database.memory", Words("数据库{words}。{fix_log}", words=words, fix_log=_FIX_LOG))
            for words in found_sqlite.memory_findings()
        ]
        return [*schema_findings(found_sqlite.found_tables()), *memory]
    logs = [
        Finding(
            "database.log",
            Words("数据库服务器会把写入的内容记进日志（{words}）。{fix_log}", words=words, fix_log=_FIX_LOG),
        )
        for words in found_postgresql.log_findings()
    ]
    findings = [*schema_findings(found_postgresql.found_tables()), *logs]
    if found_postgresql.keeps_an_archive():
        message = Words("数据库服务器归档写前日志，归档里留有写入的先后。散会后请按部署手册“归档”一节处理。")
        findings.append(Finding("database.archive", message, stops=False))
    return findings


def _log_findings() -> list[Finding]:
    findings = [
        Finding(
            "log.lines",
            Words(
                "日志处理器 {handler} 会写下投票页的请求（{name}）。{fix_log}",
                handler=handler,
                name=name,
                fix_log=_FIX_LOG,
            ),
        )
        for name, handler in handlers_that_write_ballots()
    ]
    if (
        settings.DEBUG
        or connection.force_debug_cursor
        or logging.getLogger("django.db.backends").isEnabledFor(10)
    ):
        findings.append(
            Finding("log.sql", Words("系统会把每一句数据库命令记下来。{fix_log}", fix_log=_FIX_LOG))
        )
    return findings


def handlers_that_write_ballots() -> list[tuple[str, str]]:
    """(logger, handler) pairs that would write a line about a ballot request. Records are only shown to the filters."""
    written = []
    for record in _probes():
        logger: logging.Logger | None = logging.getLogger(record.name)
        if (
            logger is None
            or logger.disabled
            or not logger.isEnabledFor(record.levelno)
            or not logger.filter(record)
        ):
            continue
        while logger is not None:
            written += [
                (record.name, type(handler).__name__)
                for handler in logger.handlers
                if not isinstance(handler, logging.NullHandler)
                and record.levelno >= handler.level
                and handler.filter(record)
            ]
            logger = logger.parent if logger.propagate else None
    return written


def _probes() -> list[logging.LogRecord]:
    """Records such as the server and Django would make for a ballot request."""
    line = ("127.0.0.1:1", "POST", _PROBE, "1.1", 200)
    access = '%s - "%s %s HTTP/%s" %d'
    request = SimpleNamespace(path=_PROBE)
    probes = [
        logging.LogRecord("uvicorn.access", logging.INFO, "", 0, access, line, None),
        logging.LogRecord("gunicorn.access", logging.INFO, "", 0, access, line, None),
        logging.LogRecord("django.server", logging.INFO, "", 0, access, line, None),
        logging.LogRecord("django.request", logging.WARNING, "", 0, "Not Found: %s", (_PROBE,), None),
        logging.LogRecord("django.request", logging.ERROR, "", 0, "Internal Server Error", (), None),
        logging.LogRecord("django.security.csrf", logging.WARNING, "", 0, "Forbidden", (), None),
    ]
    for probe in probes:
        if probe.name.startswith("django"):
            probe.request = request
    return probes


def _middleware_findings() -> list[Finding]:
    return [
        Finding(
            "middleware.unknown",
            Words("投票页前面多了一个没有审过的组件 {name}。请系统管理员去掉，再开启投票。", name=name),
        )
        for name in settings.MIDDLEWARE
        if name not in ALLOWED_MIDDLEWARE
    ]
