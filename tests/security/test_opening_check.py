"""The start-up allow-list: whatever is planted beside the ballots stops the opening, and never the casting."""

import logging
from collections.abc import Iterator

import pytest
from django.db import connection
from django.test import override_settings
from django_scopes import scopes_disabled

from pingyi.core.errors import Refused
from pingyi.doors.security import NoBallotLines
from pingyi.review.ballots.models import Answer
from pingyi.review.ballots.queries.opening_check import handlers_that_write_ballots, opening_findings
from pingyi.review.ballots.services.open_voting import open_voting
from tests.factories.ballots import Hall, cast, make_hall, open_hall, prepare_voting
from tests.factories.world import NOW

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def unscoped() -> Iterator[None]:
    with scopes_disabled():
        yield


def execute(*statements: str) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def codes() -> list[str]:
    return [finding.code for finding in opening_findings()]


def refusal(hall: Hall) -> Refused:
    with pytest.raises(Refused) as caught:
        open_voting(actor=hall.scrutineer, now=NOW, voting=hall.voting)
    assert caught.value.code == "voting.check_failed"
    assert hall.reload().state == "prepared"
    return caught.value


def trigger(name: str) -> list[str]:
    if connection.vendor == "sqlite":
        return [f"CREATE TRIGGER {name} AFTER INSERT ON ballots_answer BEGIN SELECT 1; END"]
    return [
        f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$",
        f"CREATE TRIGGER {name} AFTER INSERT ON ballots_answer FOR EACH ROW EXECUTE FUNCTION {name}()",
    ]


def drop_trigger(name: str) -> list[str]:
    if connection.vendor == "sqlite":
        return [f"DROP TRIGGER {name}"]
    return [f"DROP TRIGGER {name} ON ballots_answer", f"DROP FUNCTION {name}()"]


PLANTS = {
    "a column": (
        "schema.column",
        ["ALTER TABLE ballots_answer ADD COLUMN slip_id bigint NULL"],
        ["ALTER TABLE ballots_answer DROP COLUMN slip_id"],
    ),
    "a moment with a default": (
        "schema.default",
        ["ALTER TABLE ballots_slip ADD COLUMN used_at varchar(30) DEFAULT 'then'"],
        ["ALTER TABLE ballots_slip DROP COLUMN used_at"],
    ),
    "an index": (
        "schema.index",
        ["CREATE INDEX planted ON ballots_answer (reporter_id)"],
        ["DROP INDEX planted"],
    ),
    "a unique index": (
        "schema.index",
        ["CREATE UNIQUE INDEX planted ON ballots_answer (box_id, id)"],
        ["DROP INDEX planted"],
    ),
    "an index over part of the rows": (
        "schema.index",
        ["CREATE INDEX planted ON ballots_slip (box_id) WHERE state = 'used'"],
        ["DROP INDEX planted"],
    ),
    "an index over an expression": (
        "schema.index",
        ["CREATE INDEX planted ON ballots_slip ((lower(state)))"],
        ["DROP INDEX planted"],
    ),
    "a table beside ours": (
        "schema.table",
        ["CREATE TABLE ballots_arrival (slip_id bigint, answer_id bigint)"],
        ["DROP TABLE ballots_arrival"],
    ),
}


@pytest.mark.parametrize("plant", PLANTS)
def test_what_is_planted_beside_the_ballots_stops_the_opening(plant: str) -> None:
    code, planting, weeding = PLANTS[plant]
    hall = prepare_voting(make_hall())
    execute(*planting)
    try:
        assert set(codes()) >= {code}
        assert "请系统管理员" in refusal(hall).message
    finally:
        execute(*weeding)
    assert codes() == []


def test_a_trigger_on_the_answers_stops_the_opening() -> None:
    hall = prepare_voting(make_hall())
    execute(*trigger("planted"))
    try:
        assert codes() == ["schema.trigger"]
        assert "planted" in refusal(hall).message
    finally:
        execute(*drop_trigger("planted"))


def test_a_trigger_is_found_however_its_table_was_spelled() -> None:
    """SQLite keeps the name of the table as the planter wrote it."""
    prepare_voting(make_hall())
    execute(*[line.replace("ON ballots_answer", "ON BALLOTS_Answer") for line in trigger("planted")])
    try:
        assert codes() == ["schema.trigger"]
    finally:
        execute(*drop_trigger("planted"))


def test_what_is_planted_later_never_turns_a_voter_away() -> None:
    hall = open_hall(make_hall())
    execute(*trigger("planted"))
    try:
        assert codes() == ["schema.trigger"]
        assert cast(hall, hall.codes["甲"][0], hall.ballot("good"))
        assert Answer.objects.count() == 3
    finally:
        execute(*drop_trigger("planted"))


def test_a_key_that_counts_up_stops_the_opening() -> None:
    hall = prepare_voting(make_hall())
    if connection.vendor == "sqlite":
        (sql,) = _rows("SELECT sql FROM sqlite_master WHERE name = 'ballots_answer'")
        planted = sql[0].replace("PRIMARY KEY", "PRIMARY KEY AUTOINCREMENT")
        execute("DROP TABLE ballots_answer", planted)
        weeding = [
            "DROP TABLE ballots_answer",
            sql[0],
            "CREATE INDEX ballots_answer_box ON ballots_answer (box_id)",
        ]
    else:
        execute("ALTER TABLE ballots_answer ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY")
        weeding = ["ALTER TABLE ballots_answer ALTER COLUMN id DROP IDENTITY"]
    try:
        assert codes() == ["schema.type"]
        refusal(hall)
    finally:
        execute(*weeding)
    assert codes() == []


def test_a_key_that_is_not_the_rowid_stops_the_opening() -> None:
    if connection.vendor != "sqlite":
        return
    hall = prepare_voting(make_hall())
    (sql,) = _rows("SELECT sql FROM sqlite_master WHERE name = 'ballots_answer'")
    for planted in (
        sql[0].replace('"id" integer', '"id" bigint'),
        sql[0] + " WITHOUT ROWID",
    ):
        execute("DROP TABLE ballots_answer", planted)
        try:
            assert set(codes()) & {"schema.type", "schema.oddity"}
            refusal(hall)
        finally:
            execute("DROP TABLE ballots_answer", sql[0])
            execute("CREATE INDEX ballots_answer_box ON ballots_answer (box_id)")
    assert codes() == []


def test_a_missing_column_and_a_missing_table_stop_the_opening() -> None:
    execute("ALTER TABLE ballots_papertotal RENAME TO ballots_other")
    try:
        assert set(codes()) == {"schema.table", "schema.table_missing"}
    finally:
        execute("ALTER TABLE ballots_other RENAME TO ballots_papertotal")
    execute("ALTER TABLE ballots_answer RENAME COLUMN grade TO mark")
    try:
        assert set(codes()) == {"schema.column", "schema.column_missing"}
    finally:
        execute("ALTER TABLE ballots_answer RENAME COLUMN mark TO grade")


@pytest.mark.parametrize(
    "logger",
    ["uvicorn.access", "django.request", "django.server", "django", ""],
    ids=lambda name: name or "root",
)
def test_a_log_handler_without_our_filter_stops_the_opening(logger: str) -> None:
    hall = prepare_voting(make_hall())
    handler, level = logging.StreamHandler(), logging.getLogger(logger).level
    logging.getLogger(logger).addHandler(handler)
    logging.getLogger(logger).setLevel(logging.INFO)
    try:
        assert "StreamHandler" in {name for _, name in handlers_that_write_ballots()}
        assert "日志处理器" in refusal(hall).message
        handler.addFilter(NoBallotLines())
        assert codes() == []
    finally:
        logging.getLogger(logger).removeHandler(handler)
        logging.getLogger(logger).setLevel(level)


def test_a_handler_that_writes_nothing_is_no_fault() -> None:
    handler = logging.NullHandler()
    logging.getLogger("django.request").addHandler(handler)
    try:
        assert codes() == []
    finally:
        logging.getLogger("django.request").removeHandler(handler)


def test_logging_of_database_commands_stops_the_opening() -> None:
    hall = prepare_voting(make_hall())
    connection.force_debug_cursor = True
    try:
        assert codes() == ["log.sql"]
        refusal(hall)
    finally:
        connection.force_debug_cursor = False
    with override_settings(DEBUG=True):
        assert codes() == ["log.sql"]


def test_an_unknown_middleware_stops_the_opening(settings: object) -> None:
    hall = prepare_voting(make_hall())
    settings.MIDDLEWARE = [*settings.MIDDLEWARE, "somebody.counts.Visitors"]  # type: ignore[attr-defined]
    assert codes() == ["middleware.unknown"]
    assert "somebody.counts.Visitors" in refusal(hall).message


def test_a_database_that_does_not_overwrite_what_it_deletes_stops_the_opening() -> None:
    if connection.vendor != "sqlite":
        return
    hall = prepare_voting(make_hall())
    execute("PRAGMA secure_delete=OFF")
    try:
        assert codes() == ["database.memory"]
        refusal(hall)
    finally:
        execute("PRAGMA secure_delete=ON")


def test_a_database_server_that_writes_statements_down_stops_the_opening() -> None:
    if connection.vendor != "postgresql":
        return
    hall = prepare_voting(make_hall())
    for setting, value, usual in (
        ("log_statement", "all", "none"),
        ("log_min_duration_statement", "0", "-1"),
    ):
        execute(f"SET {setting} = '{value}'")
        try:
            assert codes() == ["database.log"]
            refusal(hall)
        finally:
            execute(f"SET {setting} = '{usual}'")
    execute("CREATE PUBLICATION planted FOR TABLE ballots_answer")
    try:
        assert codes() == ["schema.oddity"]
    finally:
        execute("DROP PUBLICATION planted")
    execute("CREATE RULE planted AS ON INSERT TO ballots_answer DO ALSO NOTHING")
    try:
        assert codes() == ["schema.oddity"]
    finally:
        execute("DROP RULE planted ON ballots_answer")


def _rows(sql: str) -> list[tuple[str, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return list(cursor.fetchall())
