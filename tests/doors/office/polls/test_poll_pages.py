"""A satisfaction poll at the office door: planned, frozen, voted by phone or on paper, counted, calculated, cited."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django_scopes import scopes_disabled

from pingyi.doors.phone import answers
from pingyi.organisations.actor import Actor
from pingyi.review.appraisal.models import SatisfactionResult
from pingyi.review.ballots.models import Box, Voting
from pingyi.review.ballots.services.print_slips import print_slips
from pingyi.review.cycles.models import Cycle, Reporter, ReviewMeeting
from pingyi.review.supervision.models import SupervisionCircular
from tests.doors.office.ballots.pages import main_button, words
from tests.doors.office.people import browser_of
from tests.factories.ballots import ADDRESS
from tests.factories.polls import NAME, POLL_DAY, make_mended_office, make_poll, poll_hall, vote_and_count
from tests.factories.rectification import Office, make_office
from tests.factories.register import make_series
from tests.factories.world import NOW, make_actor

pytestmark = pytest.mark.django_db
PLAYED = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def unscoped(monkeypatch: pytest.MonkeyPatch, tmp_path: Any) -> Iterator[None]:
    clock = tmp_path / "clock"
    clock.write_text(NOW.isoformat())
    monkeypatch.setenv("PINGYI_SCENARIO_CLOCK", str(clock))
    with scopes_disabled():
        yield


class Desk:
    """Everybody who works on a poll, each with a browser."""

    def __init__(self, office: Office) -> None:
        self.office = office
        self.people: dict[str, Actor] = {"clerk": office.clerk, "leader": office.leader}
        for role in ("scrutineer", "counter"):
            self.people[role] = make_actor(office.institution, role)
        self.people["second"] = make_actor(office.institution, "counter")

    def get(self, who: str, path: str) -> Any:
        return browser_of(self.people[who]).get(f"/office/{path}")

    def post(self, who: str, path: str, **fields: Any) -> Any:
        return browser_of(self.people[who]).post(f"/office/{path}", fields, follow=True)

    def start(self, **changed: Any) -> Any:
        fields = {
            "name": NAME,
            "held_at": "2026-08-04T14:30",
            "ballot_mode": "code",
            "organisations": [self.office.organisation.pk],
        }
        return self.post("clerk", f"cycles/{self.office.cycle.pk}/polls/start/", **{**fields, **changed})

    @property
    def poll(self) -> Cycle:
        return Cycle.objects.get(polled=self.office.cycle)

    @property
    def voting(self) -> str:
        return f"meetings/{ReviewMeeting.objects.get(cycle=self.poll).pk}/voting/"

    def hand_in(self, ballots: int) -> None:
        """Hand counts of all boxes, checked by a second person."""
        for box in Box.objects.filter(voting__meeting__cycle=self.poll):
            printed = box.slips_printed + box.forms_printed
            figures = {"handed_out": ballots, "left_over": printed - ballots}
            rest = {"returned_unused": 0, "spoiled": 0, "exchanged": 0}
            self.post("counter", f"{self.voting}hand-count/", box=box.pk, **figures, **rest)
            self.post("second", f"{self.voting}check/", box=box.pk, difference_note="签到台漏签")


def cast(voting: Voting, slip: str, number: int, answer: str) -> Any:
    row = Reporter.objects.get(meeting=voting.meeting_id)
    body = {"code": slip, "cast_id": f"{number:032x}", "grades": {str(row.pk): answer}}
    return Client().post(
        f"/ballot/{voting.public_key}/cast",
        data=json.dumps(body),
        content_type="application/json",
        headers={answers.HEADER: answers.HEADER_VALUE},
    )


@PLAYED
def test_from_the_plan_to_the_circular_by_phone() -> None:
    desk = Desk(make_mended_office())
    assert "测评建好了" in words(desk.start())
    poll, place = desk.poll, f"polls/{desk.poll.pk}/"
    assert main_button(desk.get("clerk", place)) == "去封存"
    assert "方案封存了" in words(desk.post("clerk", f"cycles/{poll.pk}/freeze/"))
    assert main_button(desk.get("clerk", place)) == "去票条与投票"
    desk.post("clerk", f"{desk.voting}set-up/")
    voting = Voting.objects.select_related("meeting__cycle").get(meeting__cycle=poll)
    slips = {
        box.pk: print_slips(actor=desk.people["clerk"], now=NOW, box=box, address=ADDRESS).codes
        for box in Box.objects.filter(voting=voting).select_related("voting", "voter_class")
    }
    assert main_button(desk.get("clerk", place)) == "去会场控制"
    assert "投票开始了" in words(desk.post("scrutineer", f"{desk.voting}open/"))
    for offset, codes in enumerate(slips.values()):
        for number in range(6):
            given = "good" if number < 5 else "average"
            assert cast(voting, codes[number], offset * 100 + number, given).status_code == 200
    desk.post("scrutineer", f"{desk.voting}close/")
    assert "看不到" not in words(desk.get("leader", place))
    desk.hand_in(6)
    assert "票计好了" in words(desk.post("counter", f"{desk.voting}count/"))
    counts = words(desk.get("leader", f"{desk.voting}counts/"))
    assert "满意 较满意 一般 不满意 空白" in counts
    assert main_button(desk.get("leader", place)) == "算满意率"
    for _ in range(2):  # a second click
        page = words(desk.post("leader", f"{place}calculate/"))
    assert "10 / 12 83.3%" in page
    assert SatisfactionResult.objects.count() == 1
    look_back = f"cycles/{desk.office.cycle.pk}/look-backs/"
    assert "10 / 12 83.3%" in words(desk.get("leader", look_back))
    assert "83.3%" not in words(desk.get("clerk", place)) + words(desk.get("clerk", look_back))
    _cited(desk)


def _cited(desk: Desk) -> None:
    series = make_series(desk.people["clerk"])
    issue = f"cycles/{desk.office.cycle.pk}/supervision/issue/"
    fields = {
        "organisations": [desk.office.organisation.pk],
        "addressee": "各单位",
        "asked": "",
        "series": series.pk,
    }
    desk.post("clerk", issue, **fields)
    assert "满意率" not in SupervisionCircular.objects.get().page
    desk.post("clerk", issue, **fields, poll="on")
    cited = SupervisionCircular.objects.order_by("-pk")[0]
    assert "83.3%" in cited.page
    assert cited.facts["poll"]["units"][0]["valid"] == 12


@PLAYED
def test_on_paper_every_page_uses_the_words_of_the_poll() -> None:
    desk = Desk(make_mended_office())
    desk.start(ballot_mode="paper")
    desk.post("clerk", f"cycles/{desk.poll.pk}/freeze/")
    desk.post("clerk", f"{desk.voting}set-up/")
    boxes = list(Box.objects.filter(voting__meeting__cycle=desk.poll))
    for box in boxes:
        desk.post("clerk", f"{desk.voting}forms/", box=box.pk, copies=8)
    desk.post("scrutineer", f"{desk.voting}open/")
    desk.post("scrutineer", f"{desk.voting}close/")
    row = Reporter.objects.get(cycle=desk.poll)
    keys = words(desk.get("counter", f"{desk.voting}enter/{boxes[0].pk}/"))
    assert re.search("满意.*较满意.*一般.*不满意", keys)
    assert "较好" not in keys
    for box in boxes:
        for who in ("counter", "second"):
            for number in range(1, 7):
                said = desk.post(
                    who, f"{desk.voting}enter/{box.pk}/", number=number, **{f"row-{row.pk}": "2"}
                )
            assert "6号表录好了：较满意1" in words(said)
    compared = words(desk.get("counter", f"{desk.voting}compare/"))
    assert "较好" not in compared
    desk.hand_in(6)
    desk.post("counter", f"{desk.voting}count/")
    assert "12 / 12 100.0%" in words(desk.post("counter", f"polls/{desk.poll.pk}/calculate/"))


@PLAYED
def test_what_would_tell_on_single_voters_is_shown_at_the_desk_and_cannot_be_cited() -> None:
    office = make_mended_office()
    desk = Desk(office)
    hall = poll_hall(office, make_poll(office))
    vote_and_count(hall, {"甲": ["poor"] * 6, "乙": ["average"] * 6})
    place = f"polls/{desk.poll.pk}/"
    shown = words(desk.post("leader", f"{place}calculate/"))
    assert "1 / 1个单位的结果写出来，会看出有的人选了什么" in shown
    assert "会看出人人选了什么" in shown
    supervision = f"cycles/{office.cycle.pk}/supervision/"
    assert "不能写进通报" in words(desk.get("clerk", supervision))
    refused = desk.post(
        "clerk",
        f"{supervision}issue/",
        organisations=[office.organisation.pk],
        addressee="各单位",
        poll="on",
        act="look",
    )
    assert "满意度测评没有可以写进通报的结果" in words(refused)
    assert not SupervisionCircular.objects.exists()


def test_before_there_are_tasks_the_page_says_where_they_come_from() -> None:
    office = make_office(voters=6)
    page = words(Desk(office).get("clerk", f"cycles/{office.cycle.pk}/polls/"))
    assert "还没有整改任务" in page
    assert "建这次测评" not in page


def test_a_second_click_on_begin_leads_to_the_poll_that_there_is() -> None:
    desk = Desk(make_mended_office())
    desk.start()
    again = words(desk.start())
    assert f"“{NAME}”还没有计票，没有再建" in again
    assert f"接着办“{NAME}”" in again
    assert Cycle.objects.filter(polled=desk.office.cycle).count() == 1


def test_what_is_wrong_is_said_at_its_field_and_what_was_typed_stays() -> None:
    desk = Desk(make_mended_office())
    page = desk.start(name="回头看测评", organisations=[])
    assert "没有选单位。勾上要测评的单位。" in words(page)
    assert 'value="回头看测评"' in page.content.decode()
    assert "填开会的时间" in words(desk.start(held_at=""))
    assert not Cycle.objects.filter(polled__isnull=False).exists()


def test_a_draft_is_changed_and_dropped() -> None:
    desk = Desk(make_mended_office())
    desk.start()
    place = f"polls/{desk.poll.pk}/"
    fields = {
        "held_at": "2026-08-05T09:00",
        "ballot_mode": "paper",
        "organisations": [desk.office.organisation.pk],
    }
    assert "存好了" in words(desk.post("clerk", f"{place}change/", name="整改满意度测评", **fields))
    assert desk.poll.name == "整改满意度测评"
    assert "会议名称还空着" in words(desk.post("clerk", f"{place}change/", name="", **fields))
    assert "撤掉了“整改满意度测评”" in words(desk.post("clerk", f"{place}drop/"))
    assert not Cycle.objects.filter(polled__isnull=False).exists()


def test_a_frozen_poll_is_not_dropped_and_says_why() -> None:
    office = make_mended_office()
    poll = make_poll(office)
    poll_hall(office, poll)
    assert "封存，没有改动" in words(Desk(office).post("clerk", f"polls/{poll.pk}/drop/"))
    assert Cycle.objects.filter(pk=poll.pk).exists()


@pytest.mark.parametrize(
    "path",
    [
        *("cycles/{poll}/", "cycles/{poll}/plan/", "cycles/{poll}/reporters/", "cycles/{poll}/reports/"),
        *(
            "cycles/{poll}/results/",
            "cycles/{poll}/letters/",
            "cycles/{poll}/problems/",
            "cycles/{poll}/tasks/",
        ),
        *("cycles/{poll}/papers/", "cycles/{poll}/archive/", "cycles/{poll}/news/", "cycles/{poll}/polls/"),
        *("meetings/{meeting}/comments/", "meetings/{meeting}/speech/", "meetings/{meeting}/collection/"),
        *("meetings/{meeting}/comments/homes/", "reporters/{reporter}/report/", "polls/{review}/"),
    ],
)
def test_pages_of_a_review_do_not_open_for_a_poll(path: str) -> None:
    office = make_mended_office()
    poll = make_poll(office)
    row = Reporter.objects.get(cycle=poll)
    address = path.format(poll=poll.pk, meeting=row.meeting_id, reporter=row.pk, review=office.cycle.pk)
    assert Desk(office).get("clerk", address).status_code == 404


@pytest.mark.parametrize("path", ["classes/", "settings/", "freeze/"])
def test_pages_of_its_plan_speak_of_no_weight_and_no_grade(path: str) -> None:
    office = make_mended_office()
    poll = make_poll(office)
    text = words(Desk(office).get("clerk", f"cycles/{poll.pk}/{path}"))
    main = text[text.index("下一步") :].replace(NAME, "")
    for word in ("权重", "点评", "述职", "较好"):
        assert word not in main


def test_a_frozen_poll_leads_on_to_its_boxes_not_to_reports() -> None:
    office = make_mended_office()
    poll = make_poll(office)
    poll_hall(office, poll)
    page = Desk(office).get("clerk", f"cycles/{poll.pk}/freeze/")
    assert "准备票箱，印票" in words(page)
    assert "收述职报告" not in words(page)
    assert main_button(page) == "回这次测评"


def test_in_the_navigation_a_poll_stands_beside_its_review() -> None:
    office = make_mended_office()
    poll = make_poll(office)
    html = Desk(office).get("clerk", f"polls/{poll.pk}/").content.decode()
    nav = html.split('<nav class="nav"')[1].split("</nav>")[0]
    meeting = ReviewMeeting.objects.get(cycle=poll)
    for path in (
        f"/office/cycles/{office.cycle.pk}/plan/",
        f"/office/cycles/{poll.pk}/classes/",
        f"/office/meetings/{meeting.pk}/desk/",
    ):
        assert path in nav
    assert nav.count("aria-current") == 1
    elsewhere = Desk(office).get("clerk", f"cycles/{office.cycle.pk}/polls/").content.decode()
    assert f"/office/meetings/{meeting.pk}/desk/" not in elsewhere


def test_the_overview_of_the_review_leads_to_a_poll_under_way() -> None:
    office = make_mended_office()
    address = f"cycles/{office.cycle.pk}/"
    assert "满意度测评：" not in words(Desk(office).get("clerk", address))
    make_poll(office)
    assert f"满意度测评：{NAME}" in words(Desk(office).get("clerk", address))


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_asks_as_often_for_one_as_for_three(count: int, django_assert_num_queries: Any) -> None:
    office = make_mended_office()
    first = make_poll(office)
    poll_hall(office, first)
    for number in range(1, count):
        row = Cycle.objects.create(
            institution=office.institution,
            convenor=first.convenor,
            year=first.year,
            name=f"第{number}次",
            polled=office.cycle,
        )
        ReviewMeeting.objects.create(
            institution=office.institution, cycle=row, sequence=1, name=row.name, held_at=POLL_DAY
        )
    browser = browser_of(office.clerk)
    address = f"/office/cycles/{office.cycle.pk}/polls/"
    browser.get(address)
    with django_assert_num_queries(9):
        browser.get(address)
