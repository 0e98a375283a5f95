"""The pages of organisational life: matrix, entry, confirmation, roster, check."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django_scopes import scope, scopes_disabled

from pingyi.core.clock import now, today
from pingyi.ledgers.kit.services import file_record
from pingyi.ledgers.orglife.domain.kinds import Kind
from pingyi.ledgers.orglife.models import Activity, Excuse, Member
from pingyi.ledgers.orglife.services import Seat
from tests.doors.office.people import browser_of
from tests.factories.orglife import LedgerWorld, make_activity, make_ledger_world, make_members
from tests.factories.world import make_organisation, make_secretary

pytestmark = pytest.mark.django_db
LAST_YEAR = today(now()).year - 1
MARCH = date(LAST_YEAR, 3, 12)


@pytest.fixture
def world() -> LedgerWorld:
    return make_ledger_world()


def held(world: LedgerWorld, **fields: Any) -> Activity:
    """A committee meeting of March last year, filed."""
    activity = make_activity(world, happened_on=MARCH, now=now(), **fields)
    with scope(institution=world.institution):
        return file_record(actor=world.branch_secretary, now=now(), record=activity)


def text(answer: Any) -> str:
    return " ".join(answer.content.decode().split())


def test_the_clerk_sees_all_units_with_what_was_due(world: LedgerWorld) -> None:
    held(world)
    page = text(browser_of(world.clerk).get(f"/office/orglife/?year={LAST_YEAR}"))
    assert "护理学院党委" in page
    assert "数学学院党委" in page
    assert "1/24" in page, "one committee meeting of two branches and twelve months"


def test_the_gaps_of_a_unit_are_as_many_on_the_overview_as_on_its_own_page(world: LedgerWorld) -> None:
    browser = browser_of(world.clerk)
    overview = text(browser.get(f"/office/orglife/?year={LAST_YEAR}"))
    own = text(browser.get(f"/office/orglife/{world.college.pk}/?year={LAST_YEAR}"))
    assert "党支部书记工作例会" in overview
    gaps, of = own.split("没办、没写原因的", 1)[1].split("次", 1)[0].split(" / ")
    assert int(gaps) <= int(of)
    row = overview.split("护理学院党委", 1)[1].split("</tr>", 1)[0]
    assert f'<b class="red">{gaps}</b>' in row
    heads = overview.split("<thead>", 1)[1].split("</thead>", 1)[0]
    assert heads.index("空着") < heads.index("支委会"), "seen without scrolling to the side"
    # out of a total
    total = overview.split("没办、没写原因的", 1)[1].split("次", 1)[0]
    missed, due = (int(number) for number in total.split(" / "))
    assert int(gaps) < missed <= due


def test_whoever_answers_for_one_unit_is_led_to_it(world: LedgerWorld) -> None:
    for actor, place in ((world.secretary, world.college), (world.branch_secretary, world.first)):
        answer = browser_of(actor).get("/office/orglife/")
        assert answer.headers["Location"] == f"/office/orglife/{place.pk}/"


def test_the_matrix_shows_the_day_and_labels_what_came_late(world: LedgerWorld) -> None:
    held(world)
    page = text(browser_of(world.secretary).get(f"/office/orglife/{world.college.pk}/?year={LAST_YEAR}"))
    assert f"第一党支部，{LAST_YEAR}年3月：已办，事后补记" in page
    assert ">12</a>" in page
    assert "1/2" in page
    assert "研究发展党员" in page, "in the list of what was written late"


def test_a_miss_gets_its_reason_and_stays_a_miss(world: LedgerWorld) -> None:
    browser = browser_of(world.branch_secretary)
    cell = f"?year={LAST_YEAR}&kind=committee&cell={world.first.pk}:{LAST_YEAR}-month-4"
    assert "为什么没办" in text(browser.get(f"/office/orglife/{world.first.pk}/{cell}"))
    answer = browser.post(f"/office/orglife/{world.first.pk}/excuse/{cell}", {"reason": "", "other": ""})
    assert "写一句为什么没办" in text(answer)
    browser.post(f"/office/orglife/{world.first.pk}/excuse/{cell}", {"reason": "放假", "other": ""})
    with scopes_disabled():
        assert Excuse.objects.get().reason == "放假"
    page = text(browser.get(f"/office/orglife/{world.first.pk}/{cell}"))
    assert "4月：没办，有原因" in page
    wrong = cell.replace("-month-4", "-month-14")
    assert (
        browser.post(f"/office/orglife/{world.first.pk}/excuse/{wrong}", {"reason": "放假"}).status_code
        == 404
    )


def form_of(world: LedgerWorld, **fields: Any) -> dict[str, Any]:
    one, other, _ = world.people
    return {
        "kind": "committee",
        "happened_on": MARCH.isoformat(),
        "topic": "研究发展党员",
        "starts_at": "14:30",
        "ends_at": "16:00",
        "chair": one.pk,
        f"seat-{one.pk}": "present",
        f"seat-{other.pk}": "absent",
        f"why-{other.pk}": "出差",
        **fields,
    }


def test_a_committee_meeting_asked_for_at_the_college_leads_to_its_branches(world: LedgerWorld) -> None:
    college = browser_of(world.secretary).get(f"/office/orglife/{world.college.pk}/new/?kind=theme_day")
    assert "支部办的，记在支部名下" in text(college)
    assert f'href="/office/orglife/{world.first.pk}/new/?kind=theme_day"' in text(college)
    branch = browser_of(world.branch_secretary).get(f"/office/orglife/{world.first.pk}/new/?kind=theme_day")
    assert "支部办的，记在支部名下" not in text(branch)


def test_the_kind_asked_for_at_the_college_is_not_dropped_for_another(world: LedgerWorld) -> None:
    browser, here = browser_of(world.secretary), f"/office/orglife/{world.college.pk}/new/"
    asked = text(browser.get(f"{here}?kind=committee"))
    assert "<h2>支委会</h2>" in asked
    assert f'href="/office/orglife/{world.first.pk}/new/?kind=committee"' in asked
    assert 'name="topic"' not in asked, "no form that would record another kind"
    own = text(browser.get(f"{here}?kind=secretaries"))
    assert '<option value="secretaries" selected>' in own
    assert 'name="topic"' in own


def test_no_length_is_recorded_that_nobody_said(world: LedgerWorld) -> None:
    browser, here = browser_of(world.branch_secretary), f"/office/orglife/{world.first.pk}/new/"
    form = text(browser.get(f"{here}?kind=party_class"))
    assert '<option value="hours" selected>' in form
    assert '<option value="full_day" selected>' not in form
    assert "时长" not in text(browser.post(here, form_of(world), follow=True))


def test_a_length_is_kept_only_where_it_counts_as_hours(world: LedgerWorld) -> None:
    browser, here = browser_of(world.branch_secretary), f"/office/orglife/{world.first.pk}/new/"
    browser.post(here, form_of(world, kind="committee", length="full_day", hours="8"))
    browser.post(here, form_of(world, kind="party_class", length="half_day"))
    with scopes_disabled():
        kept = {one.kind: (one.length, one.hours) for one in Activity.objects.all()}
    assert kept == {"committee": ("hours", 0), "party_class": ("half_day", 0)}


def test_a_refusal_is_said_at_the_top_with_the_way_to_each_field(world: LedgerWorld) -> None:
    browser, here = browser_of(world.branch_secretary), f"/office/orglife/{world.first.pk}/new/"
    page = text(browser.post(here, form_of(world, topic="", kind="party_class", hours="几个")))
    summary = page.split('id="why" tabindex="-1" autofocus', 1)[1].split("</ul>", 1)[0]
    assert "有2项要改，没有记下" in summary
    assert '<a href="#activity-hours">小时数</a>' in summary
    assert "<details open>" in page, "the fault is not folded away"
    page = text(browser.post(here, form_of(world, topic="")))
    assert '<a href="#activity-topic">主题</a>' in page.split('id="why"', 1)[1].split("</ul>", 1)[0]


def test_all_kinds_of_a_unit_are_seen_without_scrolling_to_the_side(world: LedgerWorld) -> None:
    page = text(browser_of(world.secretary).get(f"/office/orglife/{world.college.pk}/"))
    assert '<nav class="tabs all-kinds noprint"' in page


def test_a_branch_secretary_writes_files_and_her_superior_confirms(world: LedgerWorld) -> None:
    browser, above = browser_of(world.branch_secretary), browser_of(world.secretary)
    address = f"/office/orglife/{world.first.pk}/new/"
    assert "林晓" in text(browser.get(f"{address}?kind=committee&day={MARCH}"))
    shown = browser.post(address, form_of(world, file="1"), follow=True)
    assert "实到1 / 应到2" in text(shown)
    assert "天后补记" in text(shown)
    with scopes_disabled():
        activity = Activity.objects.get()
    here = f"/office/orglife/records/{activity.pk}/"
    assert "由另一个人确认" in text(browser.post(f"{here}confirm/"))
    assert "写一句为什么退回" in text(above.post(f"{here}return/", {"reason": ""}))
    above.post(f"{here}return/", {"reason": "补照片"})
    assert "补照片" in text(browser.get(here))
    photo = SimpleUploadedFile("会场.jpg", b"\xff\xd8\xff\xe0 photo")
    assert "会场.jpg" in text(browser.post(f"{here}evidence/", {"file": photo}, follow=True))
    assert "还没有选文件" in text(browser.post(f"{here}evidence/", {}))
    browser.post(f"{here}file/")
    above.post(f"{here}confirm/")
    activity.refresh_from_db()
    assert activity.state == "confirmed"


def test_evidence_is_handed_back_and_can_be_taken_away(world: LedgerWorld) -> None:
    activity, browser = make_activity(world), browser_of(world.branch_secretary)
    here = f"/office/orglife/records/{activity.pk}/"
    photo = SimpleUploadedFile("会场.jpg", b"\xff\xd8\xff\xe0 photo")
    browser.post(f"{here}evidence/", {"file": photo})
    with scopes_disabled():
        evidence = activity.evidence.get()
    file = browser.get(f"{here}evidence/{evidence.pk}/")
    assert file.content == b"\xff\xd8\xff\xe0 photo"
    assert file.headers["Content-Disposition"].startswith("attachment")
    browser.post(f"{here}evidence/{evidence.pk}/remove/")
    assert browser.get(f"{here}evidence/{evidence.pk}/").status_code == 404


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("happened_on", "", "写办的那一天"),
        ("happened_on", "2199-01-01", "日期在今天以后"),
        ("kind", "别的", "选一下办的是哪一类"),
        ("topic", "", "写一句主题"),
        ("topic", "长" * 121, "缩到120个字"),
        ("starts_at", "下午", "不是几点几分"),
        ("due_count", "几个", "不是0到9999的整数"),
    ],
)
def test_what_is_wrong_stands_at_its_field_with_the_rest_kept(
    world: LedgerWorld, field: str, typed: str, said: str
) -> None:
    browser = browser_of(world.branch_secretary)
    answer = browser.post(
        f"/office/orglife/{world.first.pk}/new/", form_of(world, place="会议室", **{field: typed})
    )
    assert said in text(answer)
    assert 'value="会议室"' in text(answer)
    assert "出差" in text(answer)
    with scopes_disabled():
        assert not Activity.objects.exists()


def test_a_draft_is_mended_and_removed(world: LedgerWorld) -> None:
    activity, browser = make_activity(world), browser_of(world.branch_secretary)
    here = f"/office/orglife/records/{activity.pk}/"
    assert "研究发展党员" in text(browser.get(f"{here}edit/"))
    assert "写一句主题" in text(browser.post(f"{here}edit/", form_of(world, topic="")))
    browser.post(f"{here}edit/", form_of(world, topic="研究评优"))
    activity.refresh_from_db()
    assert activity.topic == "研究评优"
    browser.post(f"{here}remove/")
    assert browser.get(here).status_code == 404


def test_what_is_filed_is_not_edited(world: LedgerWorld) -> None:
    activity = held(world)
    here = f"/office/orglife/records/{activity.pk}/"
    assert browser_of(world.branch_secretary).get(f"{here}edit/").headers["Location"] == here


def test_a_stranger_and_whoever_only_counts_see_nothing(world: LedgerWorld) -> None:
    activity = held(world)
    browser = browser_of(world.stranger)
    for address in (f"/office/orglife/{world.first.pk}/", f"/office/orglife/records/{activity.pk}/"):
        assert browser.get(address).status_code == 404
    with scopes_disabled():
        from tests.factories.world import make_actor

        counter = make_actor(world.institution, "counter")
    assert browser_of(counter).get("/office/orglife/").status_code == 403
    assert browser_of(world.leader).get(f"/office/orglife/{world.first.pk}/new/").status_code == 403


def test_members_are_entered_and_their_birthdays_listed(world: LedgerWorld) -> None:
    person, browser = world.people[0], browser_of(world.branch_secretary)
    here = f"/office/orglife/{world.first.pk}/members/"
    joined = today(now()).replace(year=2012, day=8)
    sent: dict[str, Any] = {"person": person.pk, "admitted_on": joined.isoformat(), "group": "第一小组"}
    assert "写入党日期" in text(browser.post(f"{here}keep/", {**sent, "admitted_on": ""}))
    page = text(browser.post(f"{here}keep/", sent, follow=True))
    assert '登记了<b class="strong num">1</b>名党员' in page
    assert "2012年" in page
    assert f'value="{joined}"' in text(browser.get(f"{here}?person={person.pk}"))
    with scopes_disabled():
        assert Member.objects.get().group == "第一小组"


def test_the_check_says_every_rule_with_its_facts(world: LedgerWorld) -> None:
    make_members(world)
    held(world, due_count=7, present_count=2)
    page = text(
        browser_of(world.secretary).get(f"/office/orglife/{world.college.pk}/check/?year={LAST_YEAR}")
    )
    assert "支委会办了0 / 12" in page, "the first branch has three members, so no committee of its own"
    assert "应到7人，实到2人，不够4人" in page
    assert "书记讲党课记了0次" in page
    assert "够的0 / 3人" in page


def test_the_list_shows_one_state_when_asked(world: LedgerWorld) -> None:
    held(world)
    make_activity(world, happened_on=MARCH + timedelta(days=1), now=now(), topic="一份草稿")
    browser = browser_of(world.secretary)
    here = f"/office/orglife/{world.college.pk}/records/?year={LAST_YEAR}"
    assert "一份草稿" in text(browser.get(here))
    page = text(browser.get(f"{here}&state=filed"))
    assert "一份草稿" not in page
    assert "研究发展党员" in page


def test_the_secretaries_meeting_is_held_above_the_branches(world: LedgerWorld) -> None:
    make_activity(
        world,
        organisation=world.college,
        actor=world.secretary,
        kind=Kind.SECRETARIES,
        happened_on=MARCH,
        now=now(),
    )
    with scope(institution=world.institution):
        file_record(actor=world.secretary, now=now(), record=Activity.objects.get())
    address = f"/office/orglife/{world.college.pk}/?year={LAST_YEAR}&kind=secretaries"
    assert f"护理学院党委，{LAST_YEAR}年第1季度：已办" in text(browser_of(world.secretary).get(address))


def test_regular_meetings_count_who_of_the_secretaries_came(world: LedgerWorld) -> None:
    browser = browser_of(world.secretary)
    address = f"/office/orglife/{world.college.pk}/?year={LAST_YEAR}&kind=secretaries"
    assert "记一次例会，点名单" in text(browser.get(address))
    first, second = make_secretary(world.first, "林白露"), make_secretary(world.second, "方知行")
    for number, seats in enumerate(
        (
            (Seat(first.pk, is_present=True), Seat(second.pk, is_present=False, reason="出差")),
            (Seat(first.pk, is_present=True), Seat(second.pk, is_present=True)),
            (),
        )
    ):
        meeting: dict[str, Any] = {"topic": f"例会{number}", "happened_on": MARCH, "now": now()}
        activity = make_activity(
            world,
            organisation=world.college,
            actor=world.secretary,
            kind=Kind.SECRETARIES,
            seats=seats,
            **meeting,
        )
        with scope(institution=world.institution):
            file_record(actor=world.secretary, now=now(), record=activity)
    page = text(browser.get(address))
    assert "点了名单的2 / 3次" in page
    rows = [row.split("</tr>", 1)[0] for row in page.split("支部书记到会", 1)[1].split("<tr>")[2:4]]
    assert ["林白露" in rows[0], "2 / 2" in rows[0]] == [True, True]
    assert ["方知行" in rows[1], "1 / 2" in rows[1]] == [True, True]


def test_who_convened_is_said_with_the_reason_of_the_secretary_s_absence(world: LedgerWorld) -> None:
    secretary = make_secretary(world.first, "林白露")
    deputy = make_secretary(world.first, "方知行", title="deputy_secretary")
    seats = (Seat(deputy.pk, is_present=True), Seat(secretary.pk, is_present=False, reason="出差"))
    activity = held(world, chair_id=deputy.pk, seats=seats)
    said = "书记林白露没到（出差），方知行受委托主持。"
    assert said in text(browser_of(world.clerk).get(f"/office/orglife/records/{activity.pk}/"))
    check = text(
        browser_of(world.secretary).get(f"/office/orglife/{world.college.pk}/check/?year={LAST_YEAR}")
    )
    assert f"第一党支部{MARCH}的支委会：{said}" in check


def test_leading_cadres_are_looked_for_in_their_own_branches(world: LedgerWorld) -> None:
    leader = make_secretary(world.college, "白露", title="deputy_leader", started_on=date(LAST_YEAR, 1, 1))
    page = f"/office/orglife/{world.college.pk}/check/?year={LAST_YEAR}"
    assert "领导班子里白露还没有编入支部" in text(browser_of(world.secretary).get(page))
    with scopes_disabled():
        leader.organisation = world.first
        leader.save()
    held(world, seats=(Seat(leader.pk, is_present=True),))
    assert "够1次的1 / 1人" in text(browser_of(world.secretary).get(page))


def test_a_new_secretary_who_was_not_trained_in_time_is_named(world: LedgerWorld) -> None:
    make_secretary(world.first, "林白露", started_on=date(LAST_YEAR, 1, 10))
    page = f"/office/orglife/{world.first.pk}/check/?year={LAST_YEAR}"
    found = text(browser_of(world.branch_secretary).get(page))
    assert "上任6个月内集中培训过的0 / 1人" in found
    assert "林白露没有按时培训" in found


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(("part", "queries"), [("", 19), ("records/", 10), ("check/", 22), ("members/", 9)])
def test_pages_cost_the_same_for_one_record_and_for_three(
    world: LedgerWorld, count: int, part: str, queries: int, django_assert_num_queries: Any
) -> None:
    for n in range(count):
        held(world, topic=f"主题{n}")
        make_organisation(world.institution, f"支部{n}", parent=world.college, kind="branch")
    browser = browser_of(world.secretary)
    with django_assert_num_queries(queries):
        browser.get(f"/office/orglife/{world.college.pk}/{part}?year={LAST_YEAR}")


@pytest.mark.parametrize("count", [1, 3])
def test_the_overview_costs_the_same_for_one_unit_and_for_three(
    world: LedgerWorld, count: int, django_assert_num_queries: Any
) -> None:
    for n in range(count):
        unit = make_organisation(world.institution, f"学院{n}", parent=world.root)
        make_organisation(world.institution, f"支部{n}", parent=unit, kind="branch")
    browser = browser_of(world.clerk)
    with django_assert_num_queries(13):
        browser.get(f"/office/orglife/?year={LAST_YEAR}")
