"""What the hall sees, from check-in to the end."""

import re
from datetime import datetime, timedelta

import pytest
from django.test import Client
from django_scopes import scope, scopes_disabled

from pingyi.doors.hall.qr import address_qr
from pingyi.review.collection.services import close_reading, open_reading
from pingyi.review.cycles.models import VoterClass
from pingyi.review.meetings.models import AgendaItem, Sitting
from pingyi.review.meetings.services import (
    end_item,
    end_sitting,
    insert_item,
    open_sitting,
    record_arrival,
    set_hall_network,
    skip_item,
    start_item,
)
from tests.factories import ballots, votes
from tests.factories.reports import make_report_world
from tests.factories.sittings import Hall, make_hall
from tests.factories.world import NOW, make_person, make_voter_class

pytestmark = pytest.mark.django_db


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch, tmp_path: object) -> object:
    """Sets the clock of the door."""
    clock = tmp_path / "clock"  # type: ignore[operator]
    monkeypatch.setenv("PINGYI_SCENARIO_CLOCK", str(clock))

    def set_clock(moment: datetime) -> None:
        clock.write_text(moment.isoformat())

    set_clock(NOW)
    return set_clock


def text_of(key: str, *, is_page: bool = False) -> str:
    """What is written on the screen, white space and markup gone."""
    answer = Client().get(f"/hall/{key}/{'' if is_page else 'now/'}")
    assert answer.status_code == 200
    body = re.sub(r"<(svg|script|head|noscript).*?</\1>", "", answer.content.decode(), flags=re.DOTALL)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", body)).strip()


def html_of(hall: Hall) -> str:
    return Client().get(f"/hall/{hall.open.hall_key}/now/").content.decode()


def shown(hall: Hall) -> str:
    return text_of(hall.open.hall_key)


def start(hall: Hall, kind: str, place: int = 0, now: datetime = NOW) -> None:
    with scope(institution=hall.institution):
        start_item(actor=hall.clerk, now=now, item=hall.item(kind, place))


def test_check_in_counts_each_class_out_of_its_list(at: object) -> None:
    hall = make_hall(voters=3)
    with scope(institution=hall.institution):
        listing = hall.classes[0].listings.get_queryset()[0]
        record_arrival(actor=hall.clerk, now=NOW, sitting=hall.open, person=listing.person)
        type(hall.meeting).objects.update(held_at=NOW + timedelta(minutes=8, seconds=30))
    assert shown(hall) == (
        "签到 1 / 6人 签到后， 自己从盒子里抽一张票条 。 甲类 校党委委员 1 / 3 乙类 党员教师代表 0 / 3 "
        "14:38开会，还有8分钟。请把手机调成静音，先连上会场网络。"
    )


def test_a_class_that_is_complete_is_marked(at: object) -> None:
    hall = make_hall(voters=1)
    with scope(institution=hall.institution):
        listing = hall.classes[0].listings.get_queryset()[0]
        record_arrival(actor=hall.clerk, now=NOW, sitting=hall.open, person=listing.person)
    assert html_of(hall).count('<li class="full">') == 1


def test_a_class_with_nobody_on_its_list_does_no_harm(at: object) -> None:
    hall = make_hall()
    make_voter_class(hall.meeting, "丙", 0, name="待定", order=3)
    assert "丙类 待定 0 / 0" in shown(hall)


def test_the_speaker_has_the_time_that_is_left_and_the_next_two(at: object) -> None:
    hall = make_hall(on_site=3)
    start(hall, "report")
    at(NOW + timedelta(seconds=138))  # type: ignore[operator]
    names = [row.person.name for row in hall.reporters]
    assert shown(hall) == (
        f"第1位，共3位 现场述职 护理学院党委 党委书记 {names[0]} 还有 5:42 述职8分钟，然后点评 "
        f"下一位 后勤保障部党总支 {names[1]} 再下一位 信息工程学院党委 {names[2]}"
    )


@pytest.mark.parametrize(
    ("seconds", "words", "stage"),
    [(433, "最后一分钟 0:47", "soon"), (480, "时间到 0:00", "over"), (512, "超时 +0:32", "over")],
)
def test_words_figures_and_bar_change_together(at: object, seconds: int, words: str, stage: str) -> None:
    hall = make_hall()
    start(hall, "report")
    at(NOW + timedelta(seconds=seconds))  # type: ignore[operator]
    assert words in shown(hall)
    assert html_of(hall).count(f'data-stage="{stage}"') == 2


def test_the_last_speaker_is_followed_by_the_next_items(at: object) -> None:
    hall = make_hall(on_site=1, settings={"comment_timing": "after_all"})
    start(hall, "report")
    assert shown(hall).endswith(
        "述职8分钟，然后点评 接着 点评 护理学院党委 " + hall.reporters[0].person.name + " 然后 讲话，提出要求"
    )


def test_an_absent_reporter_is_not_counted(at: object) -> None:
    hall = make_hall(on_site=3)
    with scope(institution=hall.institution):
        skip_item(actor=hall.clerk, now=NOW, item=hall.item("report"), reason="出差")
    start(hall, "report", 1)
    assert "第1位，共2位" in shown(hall)


def test_a_comment_names_whom_it_is_about(at: object) -> None:
    hall = make_hall()
    commentator = make_person(hall.institution, "顾言蹊")
    with scope(institution=hall.institution):
        type(hall.meeting).objects.update(commentator=commentator, commentator_title="校党委书记")
    start(hall, "report")
    start(hall, "comment")
    assert shown(hall).startswith("点评 第1位，共2位 护理学院党委 校党委书记 顾言蹊 点评 还有 4:00 点评4分钟")


def test_opening_names_the_meeting_and_its_chair(at: object) -> None:
    hall = make_hall()
    chair = make_person(hall.institution, "白鹿鸣")
    with scope(institution=hall.institution):
        type(hall.meeting).objects.update(chair=chair, chair_title="党委副书记、校长")
    start(hall, "opening")
    assert shown(hall).startswith(
        f"{hall.cycle.convenor.name} {hall.meeting.name} 主持 党委副书记、校长 白鹿鸣 下一位 护理学院党委"
    )


def test_the_speech_and_items_of_ones_own_show_their_title(at: object) -> None:
    hall = make_hall(on_site=0)
    with scope(institution=hall.institution):
        insert_item(actor=hall.clerk, now=NOW, sitting=hall.open, title="休息", minutes=10)
    start(hall, "speech")
    assert shown(hall) == "现在进行 讲话，提出要求 接着 民主测评 然后 休息"
    start(hall, "other")
    assert shown(hall) == "现在进行 休息 还有 10:00 10分钟 接着 主持人小结，会议结束"


def test_between_two_items_the_next_one_gets_ready(at: object) -> None:
    hall = make_hall()
    start(hall, "opening")
    with scope(institution=hall.institution):
        end_item(actor=hall.clerk, now=NOW, item=hall.item("opening"))
    assert shown(hall).startswith(
        f"请准备述职 护理学院党委 党委书记 {hall.reporters[0].person.name} 下一位 后勤保障部党总支"
    )


def test_when_nothing_waits_any_more_and_when_it_ended_the_screen_says_so(at: object) -> None:
    hall = make_hall(on_site=0)
    for kind in ("ballot", "closing"):
        start(hall, kind)
    assert shown(hall) == "现在进行 主持人小结，会议结束 这是最后一项"
    with scope(institution=hall.institution):
        end_item(actor=hall.clerk, now=NOW, item=hall.item("closing"))
    assert shown(hall).startswith(f"{hall.meeting.name} 会议结束")
    with scope(institution=hall.institution):
        end_sitting(actor=hall.clerk, now=NOW, sitting=hall.open)
    assert shown(hall).startswith(f"{hall.meeting.name} 会议结束")


def ballot_sitting(hall: ballots.Hall) -> Sitting:
    """The hall of a meeting of the ballots' factory, with the ballot running."""
    with scope(institution=hall.institution):
        sitting = open_sitting(actor=hall.clerk, now=NOW, meeting=hall.meeting)
        for item in AgendaItem.objects.filter(kind="report"):
            skip_item(actor=hall.clerk, now=NOW, item=item, reason="书面述职")
        start_item(actor=hall.clerk, now=NOW, item=AgendaItem.objects.get(kind="ballot"))
    return sitting


def test_before_the_box_opens_phones_and_slips_get_ready(at: object) -> None:
    hall = ballots.make_hall()
    sitting = ballot_sitting(hall)
    assert text_of(sitting.hall_key) == (
        "1 拿出手机 能扫码、能上网就行。 2 扫自己的票条 3位都要选。 没带手机，举手要纸质票。 "
        "准备测评 匿名码 票箱还没有开 监票人开箱后就能投。先把手机和票条准备好。 方案指纹 ffffffff"
    )


def test_while_voting_only_full_tens_are_told(at: object) -> None:
    hall = ballots.make_hall(classes={"甲": 12})
    sitting = ballot_sitting(hall)
    with scope(institution=hall.institution):
        for listing in VoterClass.objects.get().listings.get_queryset():
            record_arrival(actor=hall.clerk, now=NOW, sitting=sitting, person=listing.person)
        ballots.open_hall(hall)
        for code in hall.codes["甲"][:9]:
            ballots.cast(hall, code, hall.ballot("good"))
    assert "收到的票，满十张报一次 0 / 12" in text_of(sitting.hall_key)
    ballots.cast(hall, hall.codes["甲"][9], hall.ballot("good"))
    assert "收到的票，满十张报一次 10 / 12" in text_of(sitting.hall_key)
    ballots.cast(hall, hall.codes["甲"][10], hall.ballot("good"))
    now = text_of(sitting.hall_key)
    assert "收到的票，满十张报一次 10 / 12" in now
    assert "甲类" not in now


def test_the_network_is_on_the_screen_and_no_credential(at: object) -> None:
    hall = ballots.make_hall()
    sitting = ballot_sitting(hall)
    with scope(institution=hall.institution):
        set_hall_network(actor=hall.clerk, now=NOW, sitting=sitting, name="Pingyi-Hall", password="hall-2026")
        ballots.open_hall(hall)
    page = Client().get(f"/hall/{sitting.hall_key}/now/").content.decode()
    assert "扫左边，或选<b>Pingyi-Hall</b>" in page
    assert "hall-2026" in page
    assert "<svg" in page
    assert hall.voting.public_key not in page
    assert "/ballot/" not in page


def test_paper_is_filled_in_by_three_steps(at: object) -> None:
    hall = ballots.make_hall(mode="paper")
    sitting = ballot_sitting(hall)
    assert text_of(sitting.hall_key).startswith("准备测评 纸质票 听到“现在投票”再填 测评3位书记。")
    with scope(institution=hall.institution):
        ballots.open_hall(hall)
    assert text_of(sitting.hall_key) == (
        "1 测评3位书记，每一行只打一个勾 2 不写名字，不做记号 3 对折，投进 本类的票箱 "
        "纸质投票。填错了，举手换一张，原来那张当场作废。"
    )


def test_in_a_satisfaction_poll_the_screen_speaks_of_organisations(at: object) -> None:
    hall = ballots.make_hall(mode="paper", classes={"甲": 6}, is_poll=True)
    sitting = ballot_sitting(hall)
    assert "测评3个单位的问题整改" in text_of(sitting.hall_key)
    with scope(institution=hall.institution):
        ballots.open_hall(hall)
    assert text_of(sitting.hall_key).startswith("1 测评3个单位的整改，每一行只打一个勾")


def test_after_a_satisfaction_poll_no_grade_is_promised_and_no_problem_to_claim(at: object) -> None:
    hall = ballots.make_hall(mode="paper", classes={"甲": 6}, is_poll=True)
    sitting = ballot_sitting(hall)
    with scope(institution=hall.institution):
        ballots.make_counted_voting(
            hall.meeting, {hall.reporters[0].pk: {"甲": {"good": 6}}}, actor=hall.counter
        )
    counted = text_of(sitting.hall_key)
    assert "结果不在会上公布。" in counted
    assert "等次" not in counted
    with scope(institution=hall.institution):
        end_sitting(actor=hall.clerk, now=NOW, sitting=sitting)
    ended = text_of(sitting.hall_key)
    assert "谢谢大家" in ended
    assert "点评" not in ended


def test_a_phone_poll_asks_for_every_organisation(at: object) -> None:
    hall = ballots.make_hall(is_poll=True)
    assert "3个单位都要选" in text_of(ballot_sitting(hall).hall_key)


@pytest.mark.parametrize("mode", ["code", "paper"])
def test_a_vote_on_one_matter_shows_its_title_and_no_number_of_ballots(at: object, mode: str) -> None:
    hall = votes.vote_hall(mode=mode)
    with scopes_disabled():
        key = Sitting.objects.get(meeting=hall.meeting).hall_key
    assert votes.TITLE in text_of(key)
    with scope(institution=hall.institution):
        ballots.open_hall(hall)
    shown = text_of(key)
    assert votes.TITLE in shown
    assert "位书记" not in shown
    assert "满十张" not in shown


@pytest.mark.django_db(transaction=True)
def test_after_a_vote_on_one_matter_the_one_who_presides_says_the_result(at: object) -> None:
    hall = votes.vote_hall()
    with scope(institution=hall.institution):
        votes.vote_and_count(hall, *["good"] * 6)
        key = Sitting.objects.get(meeting=hall.meeting).hall_key
    shown = text_of(key)
    assert "结果由主持人宣布。" in shown
    assert "等次" not in shown


@pytest.mark.django_db(transaction=True)
def test_turnout_by_class_appears_when_the_voting_is_closed(at: object) -> None:
    from pingyi.review.ballots.services.close_voting import close_voting

    hall = ballots.make_hall(classes={"甲": 6})
    sitting = ballot_sitting(hall)
    with scope(institution=hall.institution):
        ballots.open_hall(hall)
        for code in hall.codes["甲"][:6]:
            ballots.cast(hall, code, hall.ballot("good"))
        close_voting(actor=hall.scrutineer, now=NOW, voting=hall.voting)
    assert text_of(sitting.hall_key) == (
        "投票结束 正在清理、清点和核对。 请把没用的票条交回签到台。 甲类 甲类 6 / 0人在场 "
        "这里只数收到几张，不看选了什么。结果不在会上公布。"
    )


def test_after_the_count_the_account_of_papers_is_told_and_no_result(at: object) -> None:
    hall = ballots.make_hall(mode="paper", classes={"甲": 6, "乙": 6})
    sitting = ballot_sitting(hall)
    counts = {"good": 5, "poor": 1, "issued": 8}
    with scope(institution=hall.institution):
        ballots.make_counted_voting(
            hall.meeting, {hall.reporters[0].pk: {"甲": counts, "乙": counts}}, actor=hall.counter
        )
    told = (
        "计票完成 发出 16 ＝ 票 12 ＋ 损坏作废 0 ＋ 没用交还 0 ＋ 没有交回 4 "
        "第二人核对过票数账的票箱 2 / 2 纸质票，两人各录一遍，一致 12 / 12 "
        "结果不在会上公布，等次由党委会研究决定，逐人反馈。 请把没用的票条和测评表交回签到台。"
    )
    assert text_of(sitting.hall_key) == told
    with scope(institution=hall.institution):
        start_item(actor=hall.clerk, now=NOW, item=AgendaItem.objects.get(kind="closing"))
    assert text_of(sitting.hall_key) == told


def test_whoever_waits_reads_the_collection_from_a_code_on_the_screen_until_it_is_closed(at: object) -> None:
    world = make_report_world()
    world.hand_in(0)
    with scope(institution=world.institution):
        sitting = open_sitting(actor=world.clerk, now=NOW, meeting=world.meeting)
    address = f"/hall/{sitting.hall_key}/now/"

    def on_screen(host: str = "pingyi.example.edu.cn") -> str:
        return Client(headers={"host": host}).get(address).content.decode()

    assert "先看述职报告" not in on_screen()
    with scope(institution=world.institution):
        room = open_reading(actor=world.clerk, now=NOW, meeting=world.meeting, until=NOW + timedelta(hours=1))
    assert address_qr(f"http://pingyi.example.edu.cn/read/{room.key}/") in on_screen()
    assert "手机扫一下，不用登录" in on_screen()
    # No phone could follow the address of this computer alone.
    assert "先看述职报告" not in on_screen("127.0.0.1")
    with scope(institution=world.institution):
        close_reading(actor=world.clerk, now=NOW, meeting=world.meeting)
    assert "先看述职报告" not in on_screen()
