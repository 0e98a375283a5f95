"""The cards at the office door: who sees them, what stands on them, printing, one sentence while listening."""

import re
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from django_scopes import scope, scopes_disabled

from pingyi.review.cards.models import CardPrint
from pingyi.review.cycles.models import Reporter
from pingyi.review.meetings.models import CommentSentence, Sitting
from pingyi.review.meetings.services import open_sitting
from tests.documents.render.reading import pdf_pages, squeezed
from tests.doors.office.people import browser_of
from tests.factories.reports import ReportWorld, make_report_world
from tests.factories.world import NOW, make_actor, make_voter_class

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _clock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "clock"
    file.write_text(NOW.isoformat())
    monkeypatch.setenv("PINGYI_SCENARIO_CLOCK", str(file))
    cache.clear()


@pytest.fixture
def world() -> ReportWorld:
    world = make_report_world(reporters=3)
    world.hand_in(0)
    return world


@pytest.fixture
def clerk(world: ReportWorld) -> Client:
    return browser_of(world.clerk)


def at(world: ReportWorld, more: str = "") -> str:
    return f"/office/cycles/{world.cycle.pk}/cards/{more}"


def one(world: ReportWorld, place: int = 0, more: str = "") -> str:
    return at(world, f"{world.reporters[place].pk}/{more}")


def main_of(answer: Any) -> str:
    """The words of the page's own part."""
    page = answer.content.decode().split('id="main"', 1)[1].split("</main>", 1)[0]
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


def test_the_list_has_everybody_in_the_order_of_speaking_with_the_first_question(
    world: ReportWorld, clerk: Client
) -> None:
    page = main_of(clerk.get(at(world)))
    assert page.index("护理学院党委") < page.index("书面述职") < page.index("信息工程学院党委")
    assert "“支部生活不经常1”一项整改任务也没有列，是不认，还是没有办法？" in page
    assert "印过 0 / 3 张" in page


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize("which", ["list", "card"])
def test_pages_ask_the_same_number_of_questions_for_one_and_three(
    count: int, which: str, django_assert_num_queries: Any
) -> None:
    world = make_report_world(reporters=count)
    for place in range(count):
        world.hand_in(place)
    browser = browser_of(world.clerk)
    address = at(world) if which == "list" else one(world)
    browser.get(address)
    with django_assert_num_queries(QUERIES[which]):
        browser.get(address)


QUERIES = {"list": 57, "card": 60}


def test_a_card_shows_its_parts_and_leads_on(world: ReportWorld, clerk: Client) -> None:
    answer = clerk.get(one(world))
    page = main_of(answer)
    for part in ("一、平时台账", "二、去年点出的1个问题", "三、述职报告", "四、值得问的", "五、点评记录"):
        assert part in page
    assert "护理学院党委党委书记" not in page
    assert "还没有印" in page
    html = answer.content.decode()
    assert f'href="{one(world, 1)}" rel="next"' in html
    assert 'rel="prev"' not in html
    assert f"/office/problems/{world.problems[0].pk}/" in html
    assert "述职报告全文 第1稿" in page


@pytest.mark.parametrize("role", ["secretary", "scrutineer", "counter", "examiner"])
def test_whoever_is_not_to_comment_sees_no_card_and_prints_none(world: ReportWorld, role: str) -> None:
    browser = browser_of(make_actor(world.institution, role, organisation=world.reporters[0].organisation))
    for answer in (
        browser.get(at(world)),
        browser.get(one(world)),
        browser.post(at(world, "print/"), {"which": "all"}),
        browser.post(one(world, more="note/"), {"say": "好。", "part": "strength"}),
    ):
        assert answer.status_code == 403
        assert "点评卡给点评人用" in main_of(answer)
    with scopes_disabled():
        assert not CardPrint.objects.exists()


def test_a_leader_who_is_a_secretary_finds_no_card_of_her_own_unit(world: ReportWorld) -> None:
    own = world.reporters[0].organisation
    browser = browser_of(make_actor(world.institution, "leader", "secretary", organisation=own))
    assert "护理学院党委" not in main_of(browser.get(at(world)))
    answer = browser.get(one(world))
    assert answer.status_code == 404
    assert "本单位的点评卡自己不看" in main_of(answer)
    assert browser.post(one(world, more="note/"), {"say": "好。", "part": "strength"}).status_code == 403
    pages = pdf_pages(browser.post(at(world, "print/"), {"which": "all"}).content)
    assert len(pages) == 2


def test_cards_of_another_institution_are_not_there(world: ReportWorld) -> None:
    stranger = browser_of(make_report_world().clerk)
    assert stranger.get(at(world)).status_code == 404
    assert stranger.get(one(world)).status_code == 404


def test_printing_keeps_the_print_and_says_later_that_it_is_old(world: ReportWorld, clerk: Client) -> None:
    answer = clerk.post(at(world, "print/"), {"which": "all"})
    pages = [squeezed(page) for page in pdf_pages(answer.content)]
    assert len(pages) == 3
    assert "第1版1月16日14:30" in pages[0]
    assert "第1版1月16日 14:30" in main_of(clerk.get(one(world)))
    clerk.post(at(world, "print/"), {"which": "all"})
    with scopes_disabled():
        assert CardPrint.objects.count() == 3
    world.leave_open(0, text="例会开得少。")
    page = main_of(clerk.get(one(world)))
    assert "印出去的第1版旧了。" in page
    assert "第1版旧了" in main_of(clerk.get(at(world)))
    again = clerk.post(at(world, "print/"), {"which": str(world.reporters[0].pk)})
    assert "第2版" in squeezed(pdf_pages(again.content)[0])


def test_on_site_cards_are_printed_alone_and_a_card_that_is_not_there_is_refused(
    world: ReportWorld, clerk: Client
) -> None:
    assert len(pdf_pages(clerk.post(at(world, "print/"), {"which": "on-site"}).content)) == 1
    assert clerk.post(at(world, "print/"), {"which": "0"}).status_code == 404


def test_a_review_without_roster_teaches_the_next_step(world: ReportWorld, clerk: Client) -> None:
    empty = make_report_world(reporters=1)
    with scopes_disabled():
        Reporter.objects.filter(cycle=empty.cycle).update(cycle=empty.last_year)
    page = main_of(browser_of(empty.clerk).get(at(empty)))
    assert "这一轮还没有述职人员" in page
    assert "去看名册" in page
    answer = browser_of(empty.clerk).post(at(empty, "print/"), {"which": "all"})
    assert "还没有述职的人" in main_of(answer)


@pytest.fixture
def sitting(world: ReportWorld) -> None:
    make_voter_class(world.meeting, "A")
    with scope(institution=world.institution):
        open_sitting(actor=world.clerk, now=NOW, meeting=world.meeting)


def test_after_the_meeting_nobody_is_told_to_print_before_it(world: ReportWorld, clerk: Client) -> None:
    assert "看一遍，会前印给点评人" in main_of(clerk.get(at(world)))
    with scope(institution=world.institution):
        sitting = open_sitting(actor=world.clerk, now=NOW, meeting=world.meeting)
        Sitting.objects.filter(pk=sitting.pk).update(state="running", started_at=NOW)
        assert "看一遍，会前印给点评人" in main_of(clerk.get(at(world)))
        Sitting.objects.filter(pk=sitting.pk).update(state="ended", ended_at=NOW)
    page = main_of(clerk.get(at(world)))
    assert "会开过了，卡不用再印" in page
    assert "会前印给点评人" not in page


@pytest.mark.usefixtures("sitting")
def test_what_is_said_is_noted_on_the_card_sentence_by_sentence(world: ReportWorld, clerk: Client) -> None:
    assert "还没有记。" in main_of(clerk.get(one(world)))
    for say, part, version in (("做法可以总结。", "strength", "0"), ("责任没有压到人。", "problem", "1")):
        page = main_of(
            clerk.post(one(world, more="note/"), {"say": say, "part": part, "version": version}, follow=True)
        )
        assert say in page
    with scopes_disabled():
        kept = list(CommentSentence.objects.order_by("sequence").values_list("part", "text"))
    assert kept == [("strength", "做法可以总结。"), ("problem", "责任没有压到人。")]


@pytest.mark.usefixtures("sitting")
@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"say": "  ", "part": "problem", "version": "0"}, "这一句是空的"),
        ({"say": "记录要当时记。", "part": "unsorted", "version": "0"}, "这一句归到肯定、问题还是要求"),
        ({"say": "记录要当时记。", "part": "problem", "version": "7"}, "别人改过这份点评"),
    ],
)
def test_a_refused_sentence_stands_in_its_field_and_nothing_is_kept(
    world: ReportWorld, clerk: Client, fields: dict[str, str], words: str
) -> None:
    answer = clerk.post(one(world, more="note/"), fields)
    page = main_of(answer)
    assert words in page
    assert fields["say"].strip() in page
    with scopes_disabled():
        assert not CommentSentence.objects.exists()


@pytest.mark.usefixtures("sitting")
def test_a_leader_reads_the_card_and_has_no_field_to_write(world: ReportWorld) -> None:
    browser = browser_of(make_actor(world.institution, "leader"))
    assert 'name="say"' not in browser.get(one(world)).content.decode()
    answer = browser.post(one(world, more="note/"), {"say": "好。", "part": "strength", "version": "0"})
    assert answer.status_code == 403


def test_before_the_hall_is_open_the_card_says_when_words_can_be_noted(
    world: ReportWorld, clerk: Client
) -> None:
    assert "会场打开以后，点评的话在这里一句一句记下来。" in main_of(clerk.get(one(world)))
    assert "书面述职不当场点评" in main_of(clerk.get(one(world, 1)))


def test_the_navigation_leads_to_the_cards(world: ReportWorld, clerk: Client) -> None:
    assert f'href="{at(world)}"' in clerk.get("/office/", follow=True).content.decode()
