"""What somebody who tried the ledger met, one test each."""

from datetime import date
from typing import Any

import pytest
from django_scopes import scope, scopes_disabled

from pingyi.core.clock import now, today
from pingyi.core.errors import Refused
from pingyi.core.words import Words
from pingyi.doors.office.ledgers.books import BOOKS
from pingyi.ledgers.kit.domain.periods import Period, Rhythm
from pingyi.ledgers.kit.services import confirm_record, file_record, return_record
from pingyi.ledgers.orglife.domain.kinds import Kind
from pingyi.ledgers.orglife.models import Activity, Excuse
from pingyi.ledgers.orglife.services import excuse_miss
from tests.doors.office.orglife.test_orglife_pages import LAST_YEAR, MARCH, form_of, held, text
from tests.doors.office.people import browser_of
from tests.factories.orglife import LedgerWorld, make_activity, make_ledger_world

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> LedgerWorld:
    return make_ledger_world()


def returned(world: LedgerWorld) -> Activity:
    activity = held(world)
    with scope(institution=world.institution):
        return return_record(actor=world.secretary, now=now(), record=activity, reason="日期不对")


def march(world: LedgerWorld) -> str:
    return f"?year={LAST_YEAR}&kind=committee&cell={world.first.pk}:{LAST_YEAR}-month-3"


def test_a_slip_of_1900_is_refused_and_not_filed_46342_days_late(world: LedgerWorld) -> None:
    browser = browser_of(world.branch_secretary)
    page = text(
        browser.post(
            f"/office/orglife/{world.first.pk}/new/", form_of(world, happened_on="1900-01-05", file="1")
        )
    )
    assert "日期写的是1900年，台账只记2000年以后的事" in page
    with scopes_disabled():
        assert not Activity.objects.exists()


def test_a_draft_of_an_early_year_is_found_by_the_years_of_the_page(world: LedgerWorld) -> None:
    make_activity(world, happened_on=date(2009, 5, 6), topic="早年的一次")
    browser = browser_of(world.branch_secretary)
    for part in ("", "records/", "check/"):
        page = text(browser.get(f"/office/orglife/{world.first.pk}/{part}"))
        assert 'href="?year=2009"' in page
        assert 'href="?year=2010"' not in page
    assert 'href="?year=2009"' in text(browser_of(world.clerk).get("/office/orglife/"))
    assert "早年的一次" in text(browser.get(f"/office/orglife/{world.first.pk}/records/?year=2009"))


def test_how_many_came_left_blank_is_not_nobody(world: LedgerWorld) -> None:
    browser, here = browser_of(world.branch_secretary), f"/office/orglife/{world.first.pk}/new/"
    bare: dict[str, Any] = {
        "kind": "committee",
        "happened_on": MARCH.isoformat(),
        "topic": "议",
        "due_count": "3",
    }
    assert "写了应到，没有写实到" in text(browser.post(here, {**bare, "present_count": ""}))
    only_came = text(browser.post(here, {**bare, "due_count": "", "present_count": "2"}))
    assert "写了实到，没有写应到" in only_came
    assert "实到0 / 应到3" in text(browser.post(here, {**bare, "present_count": "0"}, follow=True))
    with scopes_disabled():
        activity = Activity.objects.get()
    edit = text(browser.get(f"/office/orglife/records/{activity.pk}/edit/"))
    assert 'name="present_count" value="0"' in edit, "a nought that was said is not lost by mending"


def test_a_returned_record_is_no_miss_and_asks_for_no_excuse(world: LedgerWorld) -> None:
    activity = returned(world)
    browser = browser_of(world.branch_secretary)
    page = text(browser.get(f"/office/orglife/{world.first.pk}/{march(world)}"))
    assert f"{LAST_YEAR}年3月：退回了，等改好再报" in page
    assert f"{LAST_YEAR}年3月：没办" not in page
    opened = page.split('id="cell"', 1)[1].split("</section>", 1)[0]
    assert f'href="/office/orglife/records/{activity.pk}/"' in opened
    assert "为什么没办" not in opened
    assert "其中1次记了还没有报上" in page
    answer = text(
        browser.post(
            f"/office/orglife/{world.first.pk}/excuse/{march(world)}", {"reason": "忘了", "other": ""}
        )
    )
    assert "有一条记了还没有报上" in answer
    with scope(institution=world.institution), pytest.raises(Refused) as refusal:
        excuse_miss(
            actor=world.branch_secretary,
            now=now(),
            organisation=world.first,
            kind=Kind.COMMITTEE,
            period=Period(LAST_YEAR, 3, Rhythm.MONTH),
            reason="忘了",
        )
    assert refusal.value.code == "excuse.waiting"
    with scopes_disabled():
        assert not Excuse.objects.exists()


def test_a_month_of_which_only_a_draft_is_there_says_so(world: LedgerWorld) -> None:
    make_activity(world, happened_on=MARCH, now=now())
    page = text(browser_of(world.branch_secretary).get(f"/office/orglife/{world.first.pk}/?year={LAST_YEAR}"))
    assert f"{LAST_YEAR}年3月：有草稿，还没有报" in page
    assert f"{LAST_YEAR}年4月：没办，没写原因" in page


def test_a_confirmation_stays_in_view_after_the_record_was_returned(world: LedgerWorld) -> None:
    activity = held(world)
    here, browser = f"/office/orglife/records/{activity.pk}/", browser_of(world.secretary)
    page = text(browser.get(here))
    assert "确认以后这一条不再改" not in page
    assert "确认以后要改，只能由上级或经办人写明理由退回" in page
    for record in (confirm_record, return_record, file_record, confirm_record):
        more: dict[str, Any] = {"reason": "人数写错了"} if record is return_record else {}
        actor = world.branch_secretary if record is file_record else world.secretary
        with scope(institution=world.institution):
            record(actor=actor, now=now(), record=activity, **more)
    chain = text(browser.get(here)).split("<h2>经过</h2>", 1)[1].split("</ol>", 1)[0]
    said = [part.split("</b>", 1)[0] for part in chain.split("<b>")[1:]]
    assert said == ["记录", "报上级了", "已确认", "退回了", "报上级了", "已确认"]
    assert chain.count("人数写错了") == 1, "beside the return and nowhere else"


def test_records_written_late_name_their_kind(world: LedgerWorld) -> None:
    held(world, kind=Kind.THEME_DAY, topic="植树")
    page = text(browser_of(world.secretary).get(f"/office/orglife/{world.college.pk}/?year={LAST_YEAR}"))
    assert "<small>主题党日 植树</small>" in page.split("记得晚的", 1)[1]


def test_columns_of_a_year_that_runs_add_up_to_its_rows(world: LedgerWorld) -> None:
    page = text(browser_of(world.secretary).get(f"/office/orglife/{world.college.pk}/?kind=committee"))
    foot = page.split("<tfoot>", 1)[1].split("</tfoot>", 1)[0]
    cells = [part.split("</td>", 1)[0].split(">", 1)[1] for part in foot.split("<td ")[1:]]
    columns, total = cells[:12], int(cells[12])
    assert sum(int(one.split("/")[1]) for one in columns if "/" in one) == total
    assert columns[today(now()).month - 1 :] == ["–"] * (13 - today(now()).month), (
        "what is not over is not due"
    )


def test_a_meeting_too_small_to_vote_counts_but_is_named(world: LedgerWorld) -> None:
    activity = held(world, due_count=7, present_count=2)
    here = f"/office/orglife/{world.college.pk}/?year={LAST_YEAR}"
    page = text(browser_of(world.secretary).get(here))
    assert f"{LAST_YEAR}年3月：已办，事后补记，人数不够表决" in page
    beside = page.split("<h2>人数不够表决的</h2>", 1)[1].split("</section>", 1)[0]
    assert f'href="/office/orglife/records/{activity.pk}/"' in beside
    assert "应到7人，实到2人，不够4人" in beside
    assert "人数不够表决的" not in text(browser_of(world.secretary).get(f"{here}&kind=theme_day"))


def test_a_record_without_list_and_numbers_does_not_say_that_numbers_were_written(world: LedgerWorld) -> None:
    activity = held(world)
    page = text(browser_of(world.clerk).get(f"/office/orglife/records/{activity.pk}/"))
    assert "没有点名单，也没有写人数" in page


def test_an_empty_day_and_an_empty_topic_are_told_together(world: LedgerWorld) -> None:
    browser = browser_of(world.branch_secretary)
    sent = form_of(world, happened_on="", topic="", starts_at="下午", kind="别的", due_count="几个")
    page = text(browser.post(f"/office/orglife/{world.first.pk}/new/", sent))
    faults = page.split('id="why"', 1)[1].split("</ul>", 1)[0]
    assert "有5项要改" in faults
    for label in ("类别", "日期", "主题", "开始", "应到"):
        assert f">{label}</a>" in faults


def test_what_a_sheet_is_for_is_said_in_the_language_of_the_reader() -> None:
    for book in BOOKS.values():
        assert all(isinstance(form.purpose, Words) for form in book.imports.forms)
