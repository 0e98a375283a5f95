"""The page of the collection: what is in it, its files, the reading."""

from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from django_scopes import scopes_disabled

from pingyi.review.collection.models import ReadingRoom
from pingyi.review.cycles.models import Reporter
from tests.documents.render.reading import pdf_pages, pdf_text, read_word
from tests.doors.office.people import browser_of
from tests.factories.reports import ReportWorld, make_report_world
from tests.factories.world import NOW, make_actor

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _clock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "clock"
    file.write_text(NOW.isoformat())
    monkeypatch.setenv("PINGYI_SCENARIO_CLOCK", str(file))
    cache.clear()


@pytest.fixture
def world() -> ReportWorld:
    world = make_report_world(reporters=2)
    world.hand_in(0)
    return world


@pytest.fixture
def clerk(world: ReportWorld) -> Client:
    return browser_of(world.clerk)


def at(world: ReportWorld, more: str = "") -> str:
    return f"/office/meetings/{world.meeting.pk}/collection/{more}"


def test_the_page_counts_what_came_in_and_names_who_is_missing(world: ReportWorld, clerk: Client) -> None:
    page = clerk.get(at(world)).content.decode()
    assert '<b class="strong num">1 / 2</b>份述职报告' in page
    assert "还有1份没有收到，去催" in page
    assert "还没有开始写" in page
    assert "没有开放" in page


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_asks_the_same_number_of_questions_for_one_and_three(
    count: int, django_assert_num_queries: Any
) -> None:
    world = make_report_world(reporters=count)
    for place in range(count):
        world.hand_in(place)
    browser = browser_of(world.clerk)
    browser.get(at(world))
    with django_assert_num_queries(QUERIES):
        browser.get(at(world))


QUERIES = 16


def test_the_collection_is_there_in_both_kinds(world: ReportWorld, clerk: Client) -> None:
    text = pdf_text(clerk.get(at(world, "collection-pdf/")).content)
    assert "第1节写了这些。" in text
    assert "1.信息工程学院党委" in text
    word = read_word(clerk.get(at(world, "collection-docx/")).content)
    assert "第1节写了这些。" in [paragraph.text for paragraph in word.paragraphs]


def test_briefs_are_there_together_and_alone_and_point_into_the_collection(
    world: ReportWorld, clerk: Client
) -> None:
    collection = pdf_pages(clerk.get(at(world, "collection-pdf/")).content)
    page = next(n for n, text in enumerate(collection, 1) if "党委书记" in text and "现场述职，第" in text)
    both = pdf_pages(clerk.get(at(world, "briefs-pdf/")).content)
    assert len(both) == 2
    alone = clerk.get(at(world, f"{world.reporters[0].pk}/pdf/"))
    assert f"全文：汇编第{page}页。" in pdf_text(alone.content)
    assert "%E6%8A%A4%E7%90%86%E5%AD%A6%E9%99%A2" in alone.headers["Content-Disposition"]
    word = read_word(clerk.get(at(world, "briefs-docx/")).content)
    assert word.paragraphs[1].text == "护理学院党委"


def test_on_site_reporters_come_first_however_they_stand_on_the_roster(
    world: ReportWorld, clerk: Client
) -> None:
    with scopes_disabled():
        Reporter.objects.filter(pk=world.reporters[0].pk).update(mode="written")
        Reporter.objects.filter(pk=world.reporters[1].pk).update(mode="on_site")
    page = clerk.get(at(world)).content.decode().split("编进去的")[1]
    assert page.index("信息工程学院党委") < page.index("护理学院党委")


def test_a_secretary_sees_neither_page_nor_file(world: ReportWorld) -> None:
    browser = browser_of(world.secretary(0))
    for more in ("", "collection-pdf/", "briefs-docx/", f"{world.reporters[0].pk}/pdf/", "notice/"):
        assert browser.get(at(world, more)).status_code == 403


def test_a_leader_reads_and_cannot_open(world: ReportWorld) -> None:
    browser = browser_of(make_actor(world.institution, "leader"))
    assert 'name="until"' not in browser.get(at(world)).content.decode()
    assert browser.post(at(world, "open/"), {"until": "2026-01-16T18:00"}).status_code == 403


def test_opening_says_plainly_who_can_read_and_prints_a_notice(world: ReportWorld, clerk: Client) -> None:
    page = clerk.post(at(world, "open/"), {"until": "2026-01-16T18:00"}, follow=True).content.decode()
    assert "拿到这个网址的任何人都能看，不用登录" in page
    assert "开放到1月16日 18:00" in page
    with scopes_disabled():
        key = ReadingRoom.objects.get().key
    assert f"http://testserver/read/{key}/" in page
    notice = clerk.get(at(world, "notice/"), {"address": "http://192.168.1.20:8000"})
    assert f"http://192.168.1.20:8000/read/{key}/" in pdf_text(notice.content)
    closed = clerk.post(at(world, "close/"), follow=True).content.decode()
    assert "没有开放" in closed
    assert clerk.get(at(world, "notice/")).status_code == 404


def test_a_refused_time_stands_at_its_field_and_opens_nothing(world: ReportWorld, clerk: Client) -> None:
    answer = clerk.post(at(world, "open/"), {"until": "2026-01-10T18:00"})
    page = answer.content.decode()
    assert "截止时间已经过去了" in page
    assert 'value="2026-01-10T18:00"' in page
    with scopes_disabled():
        assert not ReadingRoom.objects.exists()
