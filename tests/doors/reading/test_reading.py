"""Reading on phones: open for a stated time to whoever has the address, and no trace of who read what."""

import logging
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django_scopes import scope, scopes_disabled

from pingyi.core.errors import Forbidden, Refused
from pingyi.core.models import Event
from pingyi.doors.security import NoBallotLines
from pingyi.review.collection.models import ReadingRoom
from pingyi.review.collection.services import close_reading, open_reading
from pingyi.review.meetings.models import Sitting
from tests.factories.reports import ReportWorld, make_report_world
from tests.factories.world import NOW, make_actor, make_organisation

pytestmark = pytest.mark.django_db
UNTIL = NOW + timedelta(hours=2)


@pytest.fixture
def clock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    file = tmp_path / "clock"
    file.write_text(NOW.isoformat())
    monkeypatch.setenv("PINGYI_SCENARIO_CLOCK", str(file))
    cache.clear()
    return file


@pytest.fixture
def world(clock: Path) -> ReportWorld:
    """Two reporters: the first has handed in, the second has not."""
    world = make_report_world(reporters=2)
    world.hand_in(0)
    return world


def opened(world: ReportWorld, **changes: Any) -> ReadingRoom:
    with scope(institution=world.institution):
        given = {"actor": world.clerk, "now": NOW, "meeting": world.meeting, "until": UNTIL}
        return open_reading(**{**given, **changes})


def test_whoever_has_the_address_reads_list_report_and_brief(world: ReportWorld) -> None:
    room, reader = opened(world), Client()
    shown = reader.get(f"/read/{room.key}/").content.decode()
    assert "护理学院党委" in shown
    assert "收到1 / 2份" in shown
    assert "报告还没有收到" in shown
    report = reader.get(f"/read/{room.key}/1/").content.decode()
    assert "第1节写了这些。" in report
    assert "支部生活不经常1" in report
    brief = reader.get(f"/read/{room.key}/1/brief/").content.decode()
    assert "报告原话（每节第一句）" in brief
    assert "“第1节写了这些。”" in brief


def test_a_report_that_is_not_handed_in_is_nobodys_to_read(world: ReportWorld) -> None:
    room = opened(world)
    world.begin(1)
    assert Client().get(f"/read/{room.key}/2/").status_code == 404
    assert "述职报告在写，还没有交" in Client().get(f"/read/{room.key}/2/brief/").content.decode()


def test_it_is_closed_unless_opened_and_closes_by_itself(world: ReportWorld, clock: Path) -> None:
    assert not _is_there("ABCDEFGHJKMNPQRSTVWX")
    room = opened(world)
    assert _is_there(room.key)
    clock.write_text(UNTIL.isoformat())
    assert not _is_there(room.key)


def test_closing_shuts_at_once_what_was_just_read(world: ReportWorld) -> None:
    room = opened(world)
    assert _is_there(room.key)
    with scope(institution=world.institution):
        close_reading(actor=world.clerk, now=NOW, meeting=world.meeting)
    assert not _is_there(room.key)


def test_a_closed_and_an_unknown_address_look_the_same(world: ReportWorld) -> None:
    room = opened(world)
    with scope(institution=world.institution):
        close_reading(actor=world.clerk, now=NOW, meeting=world.meeting)
    closed, unknown = (Client().get(f"/read/{key}/") for key in (room.key, "0" * 20))
    assert closed.content == unknown.content
    assert closed.status_code == unknown.status_code == 404


def test_opening_again_keeps_the_address_unless_a_new_one_is_asked_for(world: ReportWorld) -> None:
    first = opened(world).key
    assert opened(world).key == first
    assert opened(world, with_new_address=True).key != first
    assert not _is_there(first)


def test_the_address_is_long_and_is_no_other_key(world: ReportWorld) -> None:
    room = opened(world)
    assert len(room.key) == 20
    assert Client().get(f"/ballot/{room.key}/").status_code == 404
    assert Client().get(f"/hall/{room.key}/").status_code == 404
    with scopes_disabled():
        assert not Sitting.objects.filter(hall_key=room.key).exists()


def test_a_reader_gets_no_cookie_leaves_no_line_and_writes_nothing(
    world: ReportWorld, caplog: pytest.LogCaptureFixture
) -> None:
    room, reader = opened(world), Client(raise_request_exception=False)
    reader.cookies["pingyi-office"] = "abc"
    pages = ("", "1/", "1/brief/", "2/", "9/", "x/y/")
    with (
        caplog.at_level(logging.DEBUG),
        CaptureQueriesContext(
            connection,
        ) as queries,
    ):
        answers = [reader.get(f"/read/{room.key}/{page}") for page in pages]
    for answer in answers:
        assert not answer.cookies
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        assert "<script" not in answer.content.decode()
    assert queries.captured_queries
    assert {query["sql"].split()[0] for query in queries.captured_queries} == {"SELECT"}
    kept = [
        one for one in caplog.records if one.name.startswith(("django.request", "django.server", "pingyi"))
    ]
    assert [one for one in kept if NoBallotLines().filter(one)] == []


def test_many_readers_at_one_address_are_never_locked_out(world: ReportWorld) -> None:
    room = opened(world)
    for _ in range(40):
        Client().get("/read/00000000000000000000/")
    assert all(_is_there(room.key) for _ in range(10))


@pytest.mark.parametrize(
    ("until", "words"),
    [(NOW, "已经过去"), (NOW + timedelta(days=15), "最多开放14天")],
)
def test_it_is_opened_for_a_stated_time_only(world: ReportWorld, until: Any, words: str) -> None:
    with pytest.raises(Refused, match=words):
        opened(world, until=until)
    with scopes_disabled():
        assert not ReadingRoom.objects.exists()


def test_with_nothing_handed_in_there_is_nothing_to_open(clock: Path) -> None:
    with pytest.raises(Refused, match="还没有一份交上来的报告"):
        opened(make_report_world())


@pytest.mark.parametrize("role", ["secretary", "leader", "scrutineer", "counter"])
def test_only_the_clerk_opens_and_closes(world: ReportWorld, role: str) -> None:
    actor = make_actor(world.institution, role, organisation=make_organisation(world.institution))
    with pytest.raises(Forbidden):
        opened(world, actor=actor)
    room = opened(world)
    with pytest.raises(Forbidden), scope(institution=world.institution):
        close_reading(actor=actor, now=NOW, meeting=world.meeting)
    assert _is_there(room.key)


def test_who_opened_and_closed_and_until_when_is_recorded_without_the_address(world: ReportWorld) -> None:
    room = opened(world)
    with scope(institution=world.institution):
        close_reading(actor=world.clerk, now=NOW, meeting=world.meeting)
        close_reading(actor=world.clerk, now=NOW, meeting=world.meeting)
    events = list(Event.objects.filter(verb__startswith="reading.").order_by("pk"))
    assert [one.verb for one in events] == ["reading.opened", "reading.closed"]
    assert {one.actor_id for one in events} == {world.clerk.account_id}
    assert events[0].payload.body["until"] == UNTIL.isoformat()
    assert room.key not in str([one.payload.body for one in events])


def _is_there(key: str) -> bool:
    return Client().get(f"/read/{key}/").status_code == 200


def test_asked_for_in_english_every_page_is_english_and_leads_on_in_english(world: ReportWorld) -> None:
    address, client = f"/read/{opened(world).key}/", Client()

    assert "看全文" in client.get(address).content.decode()
    shown = client.get(f"{address}?lang=en").content.decode()
    report = client.get(f"{address}1/?lang=en").content.decode()

    assert '<html lang="en">' in shown
    assert "看全文" not in shown
    assert 'href="1/?lang=en"' in shown
    assert 'href="../?lang=en"' in report
    assert 'href="brief/?lang=en"' in report
    assert "看全文" in client.get(address).content.decode()
