"""The look at the database finds what would lose or bend records, on SQLite and PostgreSQL."""

import pytest
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from pingyi.core.health import Check, Level
from pingyi.core.health.database import database_checks, newest_record, table_checks
from pingyi.core.services import record_event
from tests.factories.world import NOW, make_account, make_institution

pytestmark = pytest.mark.django_db


def checks() -> dict[str, Check]:
    return {check.name: check for check in (*database_checks(), *table_checks())}


def execute(*statements: str) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def record(count: int) -> None:
    institution, account = make_institution(), make_account()
    for _ in range(count):
        record_event(
            institution_id=institution.pk,
            verb="file.stored",
            actor_id=account.pk,
            subject=institution,
            now=NOW,
            payload={},
        )


def test_what_is_as_it_should_be_is_called_good() -> None:
    record(3)
    found = checks()
    assert found["数据库结构"].level is Level.GOOD
    assert found["防改动"].level is Level.GOOD
    assert found["办事记录"] == Check("办事记录", Level.GOOD, "3条，前后接得上")
    assert newest_record() == NOW


def test_a_database_that_may_lose_what_it_acknowledged_is_bad() -> None:
    """The databases of this suite never wait for the disk: here that is found, with what it means."""
    if connection.vendor == "sqlite":
        assert checks()["数据库设置"].message == "synchronous 是 0：断电会丢票"


def test_a_guard_that_is_gone_is_named() -> None:
    on = "" if connection.vendor == "sqlite" else " ON core_event"
    execute(f"DROP TRIGGER core_event_no_update{on}")
    assert "core_event_no_update" in checks()["防改动"].message
    assert checks()["防改动"].level is Level.BAD


def test_a_guard_that_sleeps_counts_as_gone() -> None:
    if connection.vendor == "postgresql":
        execute("ALTER TABLE core_event DISABLE TRIGGER core_event_no_delete")
        assert "core_event_no_delete" in checks()["防改动"].message


def test_a_line_of_the_log_that_was_changed_is_found() -> None:
    record(3)
    on = "" if connection.vendor == "sqlite" else " ON core_event"
    execute(f"DROP TRIGGER core_event_no_update{on}", "UPDATE core_event SET actor_id = 7 WHERE sequence = 2")
    assert checks()["办事记录"].level is Level.BAD
    assert "第2条：这一条被改过" in checks()["办事记录"].message


def test_a_step_to_do_and_a_step_too_many_are_bad() -> None:
    recorder = MigrationRecorder(connection)
    recorder.record_unapplied("core", "0003_events_are_found_by_subject")
    waiting = {check.name: check for check in database_checks()}["数据库结构"]
    assert (waiting.level, waiting.message) == (Level.BAD, "还有1步升级没有做")
    recorder.record_applied("core", "0003_events_are_found_by_subject")
    recorder.record_applied("core", "0099_later")
    newer = {check.name: check for check in database_checks()}["数据库结构"]
    assert (newer.level, newer.message) == (Level.BAD, "数据库比程序新（core.0099_later）")
