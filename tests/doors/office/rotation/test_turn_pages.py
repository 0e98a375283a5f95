from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django_scopes import scopes_disabled

from pingyi.organisations.models import Post
from pingyi.review.cycles.models import Reporter
from pingyi.review.rotation.models import EarlierTurns
from tests.doors.office.cycles.conftest import Desk
from tests.doors.office.people import browser_of
from tests.factories.plans import make_ready_plan
from tests.factories.workbooks import make_workbook
from tests.factories.world import make_actor, make_reporter


@dataclass
class Turns(Desk):
    """A clerk's browser at a plan in which both report in writing."""

    def seen(self) -> str:
        """The mark of the board as the page carries it."""
        return self.read("reporters/turns/").split('name="seen" value="')[1].split('"')[0]


@pytest.fixture
def turns(db: None) -> Turns:
    world = make_ready_plan()
    with scopes_disabled():
        Reporter.objects.update(mode="written")
        Post.objects.filter(person=world.on_site.person).update(term_ends_on=date(2026, 6, 1))
    return Turns(world, browser_of(world.clerk))


def test_the_page_says_whose_turn_it_is_and_why(turns: Turns) -> None:
    text = turns.read("reporters/turns/")
    assert "看过理由，定下今年现场的1位" in text
    assert "任期到2026年6月，今年是最后一次机会。" in text
    assert "没有登记任期到哪天" in turns.read("reporters/turns/?show=all")
    assert "最少每年<b" in text
    assert "1位算不出最迟哪年" in text


def test_where_neither_terms_nor_places_are_known_the_places_come_first(turns: Turns) -> None:
    with scopes_disabled():
        Post.objects.update(term_ends_on=None)
    text = turns.read("reporters/turns/")
    assert "先定一年现场几位，系统才排得出建议" in text
    assert "2 / 2位没有登记任期" in text
    assert "去定规则" in text


def test_accepting_moves_the_roster_and_otherwise_asks_for_a_reason_at_its_row(turns: Turns) -> None:
    first, second = turns.world.on_site, turns.world.written
    chosen = {f"mode-{first.pk}": "on_site", f"mode-{second.pk}": "on_site"}
    page = turns.send("reporters/turns/", seen=turns.seen(), **chosen)
    assert "和建议不同，请写一句理由" in page
    assert f'id="why-{second.pk}"' in page
    page = turns.send(
        "reporters/turns/", seen=turns.seen(), **chosen, **{f"reason-{second.pk}": "部务会点名"}
    )
    assert "定了：现场2位，书面0位。其中1位和建议不同，理由记下了。" in page
    assert "今年现场的2位定了，下一步排先后" in page
    assert 'value="部务会点名"' in page
    assert '现场 <b class="strong num">2</b>' in turns.read("reporters/")


def test_an_older_page_shows_the_new_proposal_and_saves_nothing(turns: Turns) -> None:
    page = turns.send("reporters/turns/", seen="older")
    assert "建议可能变了，没有保存" in page
    with scopes_disabled():
        assert Reporter.objects.filter(mode="on_site").count() == 0


def test_earlier_years_are_entered_and_imported(turns: Turns) -> None:
    first, second = turns.world.on_site.organisation, turns.world.written.organisation
    page = turns.send(
        "reporters/turns/earlier/", **{f"years-{first.pk}": "2023", f"years-{second.pk}": "明年"}
    )
    assert "不能作年度" in page
    assert 'value="明年"' in page
    assert "1个单位的以往现场记下了" in turns.send(
        "reporters/turns/earlier/", **{f"years-{first.pk}": "2023"}
    )
    assert "这一届（2022—2026年）不用再述" in turns.read("reporters/turns/?show=all")
    book = turns.browser.get(f"{turns.address}/reporters/turns/earlier/sheet/").content
    assert "没有变动" in turns.send("reporters/turns/earlier/file/", file=SimpleUploadedFile("a.xlsx", book))
    wrong = make_workbook({"以往现场述职": [("单位", "现场述职的年度"), ("无此单位", "2023")]})
    page = turns.send("reporters/turns/earlier/file/", file=SimpleUploadedFile("a.xlsx", wrong))
    assert "没有叫“无此单位”的二级党组织" in page
    with scopes_disabled():
        assert EarlierTurns.objects.count() == 1


def test_the_leader_reads_and_the_counter_does_not(turns: Turns) -> None:
    leader = browser_of(make_actor(turns.world.institution, "leader"))
    text = leader.get(f"{turns.address}/reporters/turns/").content.decode()
    assert "由经办人定，这里只看" in text
    assert 'name="seen"' not in text
    counter = browser_of(make_actor(turns.world.institution, "counter"))
    for path in ("reporters/turns/", "reporters/turns/earlier/", "reporters/turns/earlier/sheet/"):
        assert counter.get(f"{turns.address}/{path}").status_code == 403


@pytest.mark.parametrize("count", [1, 3])
def test_the_turns_cost_the_same_for_one_reporter_and_for_three(
    turns: Turns, count: int, django_assert_num_queries: Any
) -> None:
    with scopes_disabled():
        Reporter.objects.all().delete()
    for order in range(count):
        make_reporter(turns.world.meeting, order=order + 1)
    with django_assert_num_queries(15):
        text = turns.read("reporters/turns/?show=all")
    assert text.count('value="on_site"') == count
    with django_assert_num_queries(9):
        turns.read("reporters/turns/earlier/")
