from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from django.db import DatabaseError, connection, transaction

from pingyi.core.chain import digest_of, hash_of
from pingyi.core.models import Event, EventPayload
from pingyi.core.queries.events import event_page, newest_events, verify_chain
from pingyi.core.services import record_event
from pingyi.organisations.models import Institution
from tests.factories.world import NOW, make_institution

pytestmark = pytest.mark.django_db


def record(institution: Institution, count: int = 1) -> None:
    for number in range(count):
        record_event(
            institution_id=institution.pk,
            verb="plan.changed",
            actor_id=7,
            subject=institution,
            now=NOW,
            payload={"name": f"第{number}次"},
        )


def without_triggers(statement: str) -> None:
    """Somebody with the database's own tools, who first takes the guards away."""
    with connection.cursor() as cursor:
        for verb in ("update", "delete"):
            suffix = " ON core_event" if connection.vendor == "postgresql" else ""
            cursor.execute(f"DROP TRIGGER core_event_no_{verb}{suffix}")
        cursor.execute(statement)


def test_lines_of_one_institution_are_numbered_and_chained() -> None:
    institution = make_institution()
    record(institution, 3)
    lines = list(Event.objects.order_by("sequence"))
    assert [line.sequence for line in lines] == [1, 2, 3]
    assert lines[0].previous_hash == "0" * 64
    assert [line.previous_hash for line in lines[1:]] == [line.hash for line in lines[:2]]


def test_each_institution_has_a_chain_of_its_own() -> None:
    one, other = make_institution(), make_institution()
    record(one, 2)
    record(other, 1)
    assert verify_chain(one.pk).lines == 2
    assert Event.objects.get(institution_id=other.pk).sequence == 1


def test_a_whole_chain_is_found_whole_whatever_zone_the_time_was_given_in() -> None:
    institution = make_institution()
    assert NOW.tzinfo == ZoneInfo("Asia/Shanghai")
    record(institution, 2)
    check = verify_chain(institution.pk)
    assert (check.is_whole, check.lines, check.erased) == (True, 2, 0)


def test_the_hash_of_a_line_is_the_same_for_one_moment_in_any_zone() -> None:
    fields = {
        "institution_id": 1,
        "sequence": 1,
        "verb": "plan.changed",
        "actor_id": None,
        "subject": ("a.b", "1"),
        "payload_digest": digest_of("salt", {"名": "值"}),
        "previous_hash": "0" * 64,
    }
    assert hash_of(recorded_at=NOW, **fields) == hash_of(recorded_at=NOW.astimezone(UTC), **fields)  # type: ignore[arg-type]
    later = datetime(2026, 1, 16, 14, 30, 1, tzinfo=ZoneInfo("Asia/Shanghai"))
    assert hash_of(recorded_at=NOW, **fields) != hash_of(recorded_at=later, **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "statement", ["UPDATE core_event SET verb = 'nothing.happened'", "DELETE FROM core_event"]
)
def test_the_database_itself_refuses_to_change_or_remove_a_line(statement: str) -> None:
    record(make_institution())
    with (
        pytest.raises(DatabaseError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)
    assert Event.objects.get().verb == "plan.changed"


@pytest.mark.parametrize(
    ("statement", "broken_at", "problem"),
    [
        ("UPDATE core_event SET verb = 'x.y' WHERE sequence = 2", 2, "这一条被改过"),
        ("UPDATE core_event SET previous_hash = hash WHERE sequence = 2", 2, "和上一条接不上"),
        ("UPDATE core_event SET sequence = 9 WHERE sequence = 3", 9, "前面少了记录"),
        ("UPDATE core_eventpayload SET salt = 'x'", 1, "这一条的内容被改过"),
    ],
)
def test_a_chain_changed_with_the_databases_own_tools_says_where(
    statement: str, broken_at: int, problem: str
) -> None:
    institution = make_institution()
    record(institution, 3)
    without_triggers(statement)
    check = verify_chain(institution.pk)
    assert (check.broken_at, check.problem) == (broken_at, problem)


def test_an_erased_payload_leaves_the_chain_whole() -> None:
    institution = make_institution()
    record(institution, 3)
    EventPayload.objects.filter(event__sequence=2).delete()
    check = verify_chain(institution.pk)
    assert (check.is_whole, check.lines, check.erased) == (True, 3, 1)


def test_a_line_is_rolled_back_with_its_act() -> None:
    institution = make_institution()
    with transaction.atomic():
        record(institution)
        transaction.set_rollback(True)
    record(institution)
    assert [line.sequence for line in Event.objects.all()] == [1]


def test_pages_show_the_newest_first_and_forgive_wrong_numbers() -> None:
    institution = make_institution()
    record(institution, 51)
    first, second = event_page(institution.pk), event_page(institution.pk, 99)
    assert (first.pages, first.total, first.events[0].sequence, len(first.events)) == (2, 51, 51, 50)
    assert (second.number, [line.sequence for line in second.events]) == (2, [1])
    assert [line.sequence for line in newest_events(institution.pk, 2)] == [51, 50]


def test_a_new_institution_has_one_empty_page() -> None:
    page = event_page(make_institution().pk)
    assert (page.events, page.number, page.pages) == ((), 1, 1)
