from datetime import timedelta
from typing import Any

import pytest
from django_scopes import scope, scopes_disabled

from pingyi.accounts.models import Account
from pingyi.core.errors import Forbidden, Refused
from pingyi.core.models import Event
from pingyi.notices.models import Mail, Notice
from pingyi.review.dutyreports.services import Reminded, remind_late, return_report
from pingyi.review.dutyreports.services.remind import remind_by_date
from tests.factories.reports import DUE, ReportWorld, make_report_world
from tests.factories.world import NOW, make_actor

pytestmark = pytest.mark.django_db


def remind(world: ReportWorld, **fields: Any) -> Reminded:
    with scope(institution=world.institution):
        return remind_late(**{"actor": world.clerk, "now": NOW, "cycle": world.cycle, **fields})


def notices() -> list[tuple[str, str]]:
    with scopes_disabled():
        return list(Notice.objects.order_by("pk").values_list("title", "path"))


def test_everybody_who_is_late_is_told_once_a_day() -> None:
    world = make_report_world(reporters=3)
    world.hand_in(0)
    report = world.begin(1)
    world.secretary(2)
    told = remind(world)
    assert (told.reporters, told.already, told.nobody) == (2, 0, ())
    assert notices() == [
        ("信息工程学院党委2025年度述职报告还没有交", f"/office/reports/{report.pk}/"),
        (
            "第五附属医院党委2025年度述职报告还没有交",
            f"/office/reporters/{world.reporters[2].pk}/report/",
        ),
    ]
    again = remind(world, now=NOW + timedelta(hours=1))
    assert (again.reporters, again.already, len(notices())) == (0, 2, 2)
    assert remind(world, now=NOW + timedelta(days=1)).reporters == 2
    assert Event.objects.filter(verb="report.reminded").count() == 2


def test_an_organisation_in_which_nobody_can_sign_in_is_named() -> None:
    world = make_report_world()
    told = remind(world)
    assert (told.reporters, told.nobody) == (0, ("护理学院党委",))


def test_nobody_late_is_said_and_nothing_recorded() -> None:
    world = make_report_world()
    world.secretary()
    with pytest.raises(Refused) as refusal:
        remind(world, now=DUE)
    assert refusal.value.code == "reminder.nobody_late"
    assert notices() == []


def test_a_returned_report_past_its_new_deadline_is_late_again() -> None:
    world = make_report_world()
    report = world.hand_in()
    with scope(institution=world.institution):
        return_report(
            actor=world.clerk, now=NOW, report=report, reason="写实。", due_at=NOW + timedelta(days=1)
        )
    remind(world, now=NOW + timedelta(days=2))
    assert notices()[-1][0] == "护理学院党委2025年度退回的述职报告还没有重交"


def test_only_the_clerk_reminds() -> None:
    world = make_report_world()
    for role in ("leader", "counter", "scrutineer", "examiner"):
        with pytest.raises(Forbidden):
            remind(world, actor=make_actor(world.institution, role))


def test_the_system_reminds_by_the_dates_of_the_cycle_and_never_twice_on_a_day() -> None:
    world = make_report_world(settings={"report_remind_before": 3, "report_remind_every": 2})
    world.secretary()
    days = []
    for number in range(8):
        moment = DUE - timedelta(days=4) + timedelta(days=number)
        before = len(notices())
        remind_by_date(moment)
        remind_by_date(moment + timedelta(minutes=5))
        days.append(len(notices()) - before)
    assert days == [0, 1, 0, 0, 1, 0, 1, 0]
    with scopes_disabled():
        assert set(Notice.objects.values_list("given_by", flat=True)) == {None}


def test_a_cycle_without_dates_reminds_nobody_by_itself() -> None:
    world = make_report_world(settings={"report_remind_before": "", "report_remind_every": ""})
    world.secretary()
    remind_by_date(NOW)
    assert notices() == []


def test_after_the_last_meeting_nobody_is_reminded_by_itself() -> None:
    world = make_report_world(settings={"report_remind_every": 1})
    world.secretary()
    remind_by_date(world.meeting.held_at + timedelta(hours=1))
    assert notices() == []


def test_a_mail_carries_no_word_of_the_report(settings: Any) -> None:
    settings.MAIL_IS_SET_UP = True
    world = make_report_world(reporters=2)
    Account.objects.filter(pk=world.secretary(0).account_id).update(email="lin@example.edu.cn")
    world.secretary(1)
    told = remind(world)
    assert (told.mails, told.without_address) == (1, 1)
    with scopes_disabled():
        mail = Mail.objects.select_related("notice").get()
    assert mail.address == "lin@example.edu.cn"
    assert mail.notice.text == "1月8日14:30已经截止。有困难请早些告诉组织部门。"
