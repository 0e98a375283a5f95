"""Board, calendar, ladder, look-backs and the secretary's own tasks at the office door."""

import io
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django_scopes import scope
from openpyxl import load_workbook

from pingyi.core.clock import PEOPLE_ZONE, today
from pingyi.documents.models import NumberSeries
from pingyi.notices.models import Notice
from pingyi.review.rectification.models import Task, TaskNote
from pingyi.review.supervision.models import LookBack, SupervisionCircular
from tests.documents.render.reading import read_word
from tests.doors.office.people import browser_of
from tests.doors.office.rectification.pages import Desk
from tests.factories.rectification import (
    DUE,
    Office,
    claimed,
    closed,
    make_office,
    planned,
    proposed,
    submitted,
)
from tests.factories.world import NOW, make_actor

pytestmark = pytest.mark.django_db


def own(office: Office) -> Desk:
    return Desk(office, actor=office.secretary)


def stand_still(moment: datetime, monkeypatch: Any, tmp_path: Any) -> None:
    clock = tmp_path / "clock"
    clock.write_text(moment.isoformat())
    monkeypatch.setenv("PINGYI_SCENARIO_CLOCK", str(clock))


def test_the_board_shows_where_everything_stands(monkeypatch: Any, tmp_path: Any) -> None:
    stand_still(NOW + timedelta(days=4), monkeypatch, tmp_path)
    office = make_office([f"第{n}个问题。" for n in range(1, 7)])
    claimed(office, 1)
    proposed(office, 2)
    planned(office, 3, due_on=today(NOW) + timedelta(days=3))
    submitted(office, 4)
    closed(office, 5)
    words = Desk(office).words(f"cycles/{office.cycle.pk}/board/")
    for column in (
        "等认领 1 / 6",
        "等列任务 1 / 6",
        "计划待批 1 / 6",
        "在办 1 / 6",
        "等复核 1 / 6",
        "已销号 1 / 6",
    ):
        assert column in words
    assert "过了期限 1 / 6" in words
    assert "逾1个工作日" in words


def test_sentences_of_an_english_board_do_not_run_into_each_other() -> None:
    office = make_office(["一问题。"])
    browser = browser_of(office.clerk)
    browser.post("/office/account/language/", {"language": "en", "next": "/office/account/"})
    board = browser.get(f"/office/cycles/{office.cycle.pk}/board/").content.decode()
    assert "left open. Closed" in board
    ladder = browser.get(f"/office/cycles/{office.cycle.pk}/ladder/").content.decode()
    assert "</b>. Problems waiting" in ladder


@pytest.mark.parametrize("count", [1, 3])
def test_the_board_asks_as_often_for_one_as_for_three(count: int, django_assert_num_queries: Any) -> None:
    office = make_office([f"第{n}个问题。" for n in range(count)])
    for place in range(count):
        planned(office, place)
    browser = browser_of(office.clerk)
    address = f"/office/cycles/{office.cycle.pk}/board/"
    browser.get(address)
    with django_assert_num_queries(18):
        browser.get(address)


def test_a_secretary_sees_her_own_on_board_and_calendar() -> None:
    office = make_office(["一问题。"])
    planned(office)
    stranger = make_actor(office.institution, "secretary", organisation=office.hall.reporters[1].organisation)
    for page in ("board", "deadlines"):
        address = f"cycles/{office.cycle.pk}/{page}/?month=2026-06"
        assert "一问题" in own(office).words(address)
        assert "一问题" not in Desk(office, actor=stranger).words(address)
    chosen = f"cycles/{office.cycle.pk}/board/?organisation={office.organisation.pk}"
    assert "一问题" not in Desk(office, actor=stranger).words(chosen)
    assert "一问题" in Desk(office).words(f"{chosen}&years=all")


def test_the_calendar_has_deadlines_and_holidays() -> None:
    office = make_office()
    planned(office)
    words = Desk(office).words(f"cycles/{office.cycle.pk}/deadlines/?month={DUE:%Y-%m}")
    assert "2026年6月：到期的已销号 0 / 1 项" in words
    assert "端午" in words
    assert "没有到期的任务" in Desk(office).words(f"cycles/{office.cycle.pk}/deadlines/?month=2026-02")


def test_a_month_of_the_calendar_is_downloaded_with_every_line(monkeypatch: Any, tmp_path: Any) -> None:
    office = make_office(["一问题。", "二问题。"])
    planned(office, 0)
    closed(office, 1)
    with scope(institution=office.institution):
        Task.objects.filter(state="closed").update(relapse_check_on=date(2026, 6, 22))
    stand_still(datetime(2026, 7, 6, 9, tzinfo=PEOPLE_ZONE), monkeypatch, tmp_path)
    address = f"cycles/{office.cycle.pk}/deadlines/file/?month=2026-06"
    sheet = load_workbook(io.BytesIO(Desk(office).answer(address).content)).worksheets[0]
    lines = [[cell.value for cell in row] for row in sheet.iter_rows() if row[0].value]
    told = [(line[1], line[2], line[4], line[5], line[8]) for line in lines if line[2] in {"到期", "回头看"}]
    assert told == [
        ("工作日", "回头看", "2025-002", "二问题。", "已销号"),
        ("工作日", "到期", "2025-001", "一问题。", "过了期限"),
        ("工作日", "到期", "2025-002", "二问题。", "已销号"),
    ]
    assert "到期2项，其中已销号1 / 2，过了期限1 / 2。" in str(lines[-1][0])
    empty = Desk(office).answer(address.replace("2026-06", "2026-02"))
    assert "这个月没有到期的任务" in str(
        [
            cell.value
            for row in load_workbook(io.BytesIO(empty.content)).worksheets[0].iter_rows()
            for cell in row
        ]
    )
    stranger = make_actor(office.institution, "secretary", organisation=office.hall.reporters[1].organisation)
    hers = load_workbook(io.BytesIO(Desk(office, actor=stranger).answer(address).content)).worksheets[0]
    assert "一问题。" not in [cell.value for row in hers.iter_rows() for cell in row]


def test_a_problem_that_nobody_claims_stands_on_the_ladder_and_on_the_own_page(
    monkeypatch: Any, tmp_path: Any
) -> None:
    office = make_office()
    stand_still(datetime(2026, 1, 29, 9, tzinfo=PEOPLE_ZONE), monkeypatch, tmp_path)
    page = f"cycles/{office.cycle.pk}/ladder/"
    words = Desk(office).words(page)
    assert "过了期限 1 / 1 个" in words
    assert "问题没有认领" in words
    assert "1个问题提醒了1级，1条通知" in Desk(office).post(f"{page}tell/")
    words = own(office).words("mine/tasks/")
    assert "过了期限 1 / 1" in words
    assert "2026年1月28日 到期" in words
    assert "逾1个工作日" in words


def test_what_a_column_leaves_out_is_one_step_away() -> None:
    office = make_office([f"第{n}个问题。" for n in range(32)])
    html = Desk(office).html(f"cycles/{office.cycle.pk}/board/")
    assert f"/office/cycles/{office.cycle.pk}/problems/?show=raised" in html
    assert "还有2项，看表" in html


def test_the_ladder_is_told_by_hand_and_says_who_cannot_be_reached(monkeypatch: Any, tmp_path: Any) -> None:
    office = make_office()
    planned(office)
    stand_still(datetime(2026, 7, 6, 9, tzinfo=PEOPLE_ZONE), monkeypatch, tmp_path)
    page = f"cycles/{office.cycle.pk}/ladder/"
    assert "有2级到了提醒的时候" in Desk(office).words(page)
    assert "1项任务提醒了2级，1条通知。有1级没有能登录的人" in Desk(office).post(f"{page}tell/")
    words = Desk(office, "leader").words(page)
    assert "没有能登录的人" in words
    assert "该提醒的都提醒过了" in words
    assert "7月10日" in words
    assert "查过了，没有新到提醒时候的" in Desk(office).post(f"{page}tell/")
    assert own(office).answer(page).status_code == 403


def test_one_tap_reports_progress_on_the_phone() -> None:
    office = make_office(["一问题。", "二问题。"])
    task = planned(office, 0)
    proposed(office, 1)
    words = own(office).words("mine/tasks/")
    assert "在办 2 / 2" in words
    assert "计划还没有批下来" in words
    said = own(office).post(f"mine/tasks/{task.pk}/report/", tap="on_track")
    assert "报上去了：正在按计划办，能按期完成。" in said
    with scope(institution=office.institution):
        assert TaskNote.objects.get(task=task, kind="progress").text == "正在按计划办，能按期完成。"
    refused = own(office).post(f"mine/tasks/{task.pk}/report/")
    assert "还没有写进展" in refused
    assert Desk(office).answer("mine/tasks/").status_code == 403


def looked_at(office: Office, monkeypatch: Any, tmp_path: Any) -> Task:
    task = closed(office)
    with scope(institution=office.institution):
        Task.objects.update(relapse_check_on=date(2026, 9, 1))
    stand_still(datetime(2026, 9, 2, 9, tzinfo=PEOPLE_ZONE), monkeypatch, tmp_path)
    return task


def test_a_fault_that_came_back_reopens_the_task(monkeypatch: Any, tmp_path: Any) -> None:
    office = make_office()
    task = looked_at(office, monkeypatch, tmp_path)
    page = f"cycles/{office.cycle.pk}/look-backs/"
    assert "到了日子还没有看的 1 / 1" in Desk(office).words(page)
    refused = Desk(office).post(f"tasks/{task.pk}/look-back/", result="came_back")
    assert "写明看了什么" in refused
    Desk(office).post(f"tasks/{task.pk}/look-back/", result="came_back", found="支委会又停了两个月。")
    row = office.reload(task)
    assert (row.state, row.times_reopened, row.problem.state) == ("open", 1, "in_progress")
    words = own(office).words(page)
    assert "其中又出现的 1 / 1" in words
    assert "支委会又停了两个月" in words


def test_what_holds_is_looked_at_once(monkeypatch: Any, tmp_path: Any) -> None:
    office = make_office()
    task = looked_at(office, monkeypatch, tmp_path)
    Desk(office).post(f"tasks/{task.pk}/look-back/", result="holds", found="抽查三个支部，都正常。")
    assert "到了日子还没有看的 0 / 1" in Desk(office).words(f"cycles/{office.cycle.pk}/look-backs/")
    again = Desk(office).post(f"tasks/{task.pk}/look-back/", result="came_back", found="又不正常。")
    assert "已经有人写过结果" in again
    assert (
        own(office).answer(f"tasks/{task.pk}/look-back/", {"result": "holds", "found": "好。"}).status_code
        == 403
    )
    with scope(institution=office.institution):
        assert LookBack.objects.get().result == "holds"
    assert office.reload(task).state == "closed"


def test_the_groups_page_hides_the_key_and_shows_what_did_not_arrive() -> None:
    office = make_office()
    desk = Desk(office)
    sent = {
        "name": "书记群",
        "kind": "wecom",
        "address": "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=top-key",
        "topics": ["overdue"],
    }
    wrong = desk.post("webhooks/add/", **{**sent, "address": "http://example.edu.cn/x"})
    assert "地址要以 https:// 开头" in wrong
    desk.post("webhooks/add/", **sent)
    page = desk.html("webhooks/")
    assert "书记群" in page
    assert "qyapi.weixin.qq.com" in page
    assert "top-key" not in page
    assert own(office).answer("webhooks/").status_code == 403


def test_a_circular_goes_to_the_chosen_and_nobody_reads_it_before(tmp_path: Any, monkeypatch: Any) -> None:
    office = make_office(["一问题。", "二问题。"])
    planned(office, 0)
    stand_still(datetime(2026, 7, 6, 9, tzinfo=PEOPLE_ZONE), monkeypatch, tmp_path)
    Desk(office).post(f"cycles/{office.cycle.pk}/ladder/tell/")
    Desk(office).post(
        "register/series/", code="示大组", mark="示例大学党委组织部", issuer="示例大学党委组织部"
    )
    page = f"cycles/{office.cycle.pk}/supervision/"
    words = Desk(office).words(page)
    assert "列入清单的问题2个，已经认领1个（1/2）。" in words
    assert "在办1项（1/1），在办的里面过了期限的1项（1/1）。" in words
    assert "的整改任务没有报完成，期限2026年6月30日，逾4个工作日，已提醒到本单位书记。" in words
    assert "问题2025-002没有认领，期限2026年1月28日，逾" in words
    stranger = make_actor(office.institution, "secretary", organisation=office.hall.reporters[1].organisation)
    assert "还没有发到您这里的通报" in own(office).words(page)
    with scope(institution=office.institution):
        series = NumberSeries.objects.get()
    sent = {
        "organisations": [office.organisation.pk],
        "addressee": "护理学院党委",
        "asked": "请抓紧办。\n\n下月再查。",
        "series": series.pk,
        "issued_on": "2026-07-06",
    }
    assert "选编哪个机关代字" in Desk(office).refused(f"{page}issue/", **{**sent, "series": ""})
    assert "没有选单位" in Desk(office).refused(f"{page}issue/", **{**sent, "organisations": []})
    assert "下月再查" in Desk(office).post(f"{page}issue/", **sent, act="look")
    with scope(institution=office.institution):
        assert SupervisionCircular.objects.count() == 0
    shown = Desk(office).post(f"{page}issue/", **sent)
    assert "示大组〔2026〕1号" in shown
    with scope(institution=office.institution):
        circular = SupervisionCircular.objects.get()
        told = Notice.objects.filter(kind="supervision.circular")
        assert [one.account_id for one in told] == [office.secretary.account_id]
    assert "请抓紧办。" in own(office).words(f"{page}{circular.pk}/")
    assert Desk(office, actor=stranger).answer(f"{page}{circular.pk}/").status_code == 403
    assert Desk(office, actor=stranger).answer(f"{page}{circular.pk}/file/").status_code == 403
    word = own(office).answer(f"{page}{circular.pk}/file/")
    assert any("示大组〔2026〕1号" in one.text for one in read_word(word.content).paragraphs)
    with scope(institution=office.institution), pytest.raises(DatabaseError), transaction.atomic():
        SupervisionCircular.objects.update(title="另一份")
