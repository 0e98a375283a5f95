"""Import and export of organisational life: through the jobs, with faults at their cells, safe to repeat."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django_scopes import scope

from pingyi.core.bulk import add_rows
from pingyi.core.clock import now
from pingyi.core.errors import Forbidden, Missing, Refused
from pingyi.core.models import Event, Job
from pingyi.core.sheets.writing import write_book
from pingyi.ledgers.kit.domain.states import State
from pingyi.ledgers.kit.queries.history import steps_of
from pingyi.ledgers.kit.services import confirm_record, file_record, return_record
from pingyi.ledgers.kit.services.import_records import cancel_workbook, confirm_workbook, hand_in_workbook
from pingyi.ledgers.orglife.domain.sheets import ORGLIFE_FORMS
from pingyi.ledgers.orglife.models import Activity, Attendance, Member
from pingyi.ledgers.orglife.queries.export import export_lines
from pingyi.ledgers.orglife.services.imports import ORGLIFE_IMPORT
from pingyi.ledgers.orglife.services.rows_people import split_people
from pingyi.organisations.actor import Actor
from pingyi.organisations.models import Organisation, Person
from tests.factories.orglife import BRANCH, LedgerWorld, make_activity, make_ledger_world
from tests.factories.workbooks import make_workbook
from tests.factories.world import NOW, make_organisation, make_person

pytestmark = pytest.mark.django_db
HEAD = ("支部", "类别", "日期", "主题")
LIST_HEAD = (*HEAD, "出席人员", "缺席人员", "开始", "结束", "时长", "主持人", "应到")
MEMBER_HEAD = ("工号", "姓名", "支部", "入党日期", "转正日期", "党小组", "离开日期")
Rows = Sequence[Sequence[Any]]


@pytest.fixture
def world() -> Any:
    world = make_ledger_world()
    with scope(institution=world.institution):
        yield world


def preview(actor: Actor, activities: Rows = (), members: Rows = (), head: Sequence[str] = HEAD) -> Job:
    sheets: dict[str, Any] = {"组织生活": [head, *activities]} if activities else {}
    sheets |= {"党员": [MEMBER_HEAD, *members]} if members else {}
    content = make_workbook(sheets)
    return hand_in_workbook(actor=actor, now=now(), ledger=ORGLIFE_IMPORT, name="台账.xlsx", content=content)


def write(actor: Actor, *args: Any, **more: Any) -> Job:
    job = preview(actor, *args, **more)
    assert job.result is not None, job.message
    assert job.result["faults"] == []
    return confirm_workbook(actor=actor, now=now(), ledger=ORGLIFE_IMPORT, preview=job)


def faults(job: Job) -> list[tuple[int, str, str]]:
    assert job.result is not None
    return [(fault["row"], fault["title"], fault["message"]) for fault in job.result["faults"]]


def tallies(job: Job) -> dict[str, tuple[int, int, int]]:
    assert job.result is not None
    return {one["sort"]: (one["new"], one["changed"], one["same"]) for one in job.result["tallies"]}


FULL = (
    "第一党支部",
    "支委会",
    "2026-01-12",
    "研究发展党员",
    "林晓、002",
    "王芳（出差，请过假）",
    "14:30",
    "16:00",
    "半天",
    "林晓",
    "",
)


def test_a_row_becomes_a_filed_record_with_its_list(world: LedgerWorld) -> None:
    write(world.branch_secretary, [FULL], head=LIST_HEAD)
    activity = Activity.objects.get()
    assert activity.state == State.FILED
    assert (activity.due_count, activity.present_count, activity.length) == (3, 2, "half_day")
    assert activity.chair == world.people[0]
    absent = Attendance.objects.get(is_present=False)
    assert (absent.person, absent.reason) == (world.people[2], "出差，请过假")
    assert activity.recorded_by_id == world.branch_secretary.account_id
    assert Event.objects.filter(verb="ledger.imported").exists()


def test_the_same_workbook_again_changes_nothing(world: LedgerWorld) -> None:
    member = ("001", "林晓", "", "2012-06-28", "2013-06-28", "第一小组", "")
    write(world.clerk, [FULL], [member], head=LIST_HEAD)
    again = preview(world.clerk, [FULL], [member], head=LIST_HEAD)
    assert tallies(again) == {"党员": (0, 0, 1), "组织生活": (0, 0, 1)}
    job = confirm_workbook(actor=world.clerk, now=now(), ledger=ORGLIFE_IMPORT, preview=again)
    assert job.result == {"code": "import.nothing_to_do"}


def test_what_is_exported_is_imported_as_nothing_new(world: LedgerWorld) -> None:
    write(world.clerk, [FULL], [("001", "", "", "2012-06-28", "", "", "")], head=LIST_HEAD)
    lines = export_lines([world.first, world.college], date(2026, 1, 1), date(2026, 12, 31))
    content = write_book(ORGLIFE_FORMS, lines)
    job = hand_in_workbook(
        actor=world.clerk, now=now(), ledger=ORGLIFE_IMPORT, name="再来.xlsx", content=content
    )
    assert tallies(job) == {"党员": (0, 0, 1), "组织生活": (0, 0, 1)}


def test_all_faults_are_named_by_row_and_column_and_nothing_is_written(world: LedgerWorld) -> None:
    tomorrow = (now() + timedelta(days=2)).date().isoformat()
    job = preview(
        world.branch_secretary,
        [
            ("第一党支部", "支委会", tomorrow, "一"),
            ("第一党支部", "例会", "2026-01-12", "二"),
            ("第二党支部", "支委会", "2026-01-12", "三"),
            ("第一党支部", "党支部书记工作例会", "2026-01-12", "四"),
            ("第一党支部", "支委会", "2026-01-12", ""),
            ("第一党支部", "支委会", "2026-01-12", "五"),
            ("第一党支部", "支委会", "2026-01-12", "五"),
        ],
    )
    found = faults(job)
    assert [(row, title) for row, title, _ in found] == [
        (2, "日期"),
        (3, "类别"),
        (4, "支部"),
        (5, "类别"),
        (6, "主题"),
        (8, ""),
    ]
    assert "不归您记" in found[2][2]
    with pytest.raises(Refused) as refusal:
        confirm_workbook(actor=world.branch_secretary, now=now(), ledger=ORGLIFE_IMPORT, preview=job)
    assert refusal.value.code == "import.faults"
    assert not Activity.objects.exists()


def test_lists_are_matched_to_people_or_named(world: LedgerWorld) -> None:
    make_person(world.institution, "赵敏", organisation=world.second)
    make_person(world.institution, "赵敏", organisation=world.second)
    base = ("第一党支部", "支委会", "2026-01-12")
    job = preview(
        world.clerk,
        [
            (*base, "一", "张三", "", "", "", "", "", ""),
            (*base, "二", "赵敏", "", "", "", "", "", ""),
            (*base, "三", "林晓、001", "", "", "", "", "", ""),
            (*base, "四", "林晓", "林晓（病）", "", "", "", "", ""),
            (*base, "五", "林晓", "", "", "", "", "", "4"),
            (*base, "六", "", "", "16:00", "14:30", "", "", ""),
            (*base, "七", "", "", "下午", "", "", "", ""),
        ],
        head=LIST_HEAD,
    )
    assert [message for _, _, message in faults(job)] == [
        "没有找到“张三”",
        "“赵敏”不止一位",
        "“林晓”写了两次",
        "有人又在出席里又在缺席里",
        "和名单对不上，名单里是1人",
        "结束要在开始以后",
        "“下午”不是几点几分",
    ]


def test_members_must_stand_in_a_branch_that_one_may_write_for(world: LedgerWorld) -> None:
    make_person(world.institution, "赵敏", staff_number="100")
    job = preview(
        world.branch_secretary,
        members=[
            ("100", "", "", "2012-06-28", "", "", ""),
            ("001", "", "", "", "", "", ""),
            ("002", "", "", "2012-06-28", "2011-06-28", "", ""),
            ("003", "", "", "2012-06-28", "", "", "2011-06-28"),
        ],
    )
    assert [(row, title) for row, title, _ in faults(job)] == [
        (2, "姓名"),
        (3, "入党日期"),
        (4, "转正日期"),
        (5, "离开日期"),
    ]


def test_a_draft_in_the_workbook_is_filled_and_filed(world: LedgerWorld) -> None:
    draft = make_activity(world)
    job = write(world.clerk, [FULL], head=LIST_HEAD)
    assert tallies(job)["组织生活"] == (0, 1, 0)
    draft.refresh_from_db()
    assert (draft.state, draft.present_count, draft.chair) == (State.FILED, 2, world.people[0])
    assert draft.attendances.count() == 3


def test_members_are_changed_by_a_later_workbook(world: LedgerWorld) -> None:
    write(world.clerk, members=[("001", "", "", "2012-06-28", "", "", "")])
    job = write(world.clerk, members=[("001", "", "", "2012-06-28", "2013-06-28", "", "")])
    assert tallies(job)["党员"] == (0, 1, 0)
    assert Member.objects.get().full_on == date(2013, 6, 28)


def test_what_was_filed_is_not_changed_by_a_workbook(world: LedgerWorld) -> None:
    activity = make_activity(world)
    file_record(actor=world.branch_secretary, now=NOW, record=activity)
    assert [row for row, _, _ in faults(preview(world.clerk, [FULL], head=LIST_HEAD))] == [2]
    return_record(actor=world.secretary, now=NOW, record=activity, reason="补名单")
    write(world.clerk, [FULL], head=LIST_HEAD)
    activity.refresh_from_db()
    assert (activity.state, activity.reason, activity.decided_by) == (State.FILED, "", None)


def test_a_change_between_preview_and_writing_stops_the_writing(world: LedgerWorld) -> None:
    job = preview(world.clerk, [FULL], head=LIST_HEAD)
    activity = make_activity(world)
    file_record(actor=world.branch_secretary, now=NOW, record=activity)
    done = confirm_workbook(actor=world.clerk, now=now(), ledger=ORGLIFE_IMPORT, preview=job)
    assert (done.state, done.result) == (Job.State.FAILED, {"code": "import.changed_since"})


def test_a_ledger_that_changes_all_the_time_is_not_written_over(
    world: LedgerWorld, monkeypatch: pytest.MonkeyPatch
) -> None:
    job = preview(world.clerk, [FULL], head=LIST_HEAD)
    monkeypatch.setattr(
        "pingyi.ledgers.kit.services.check_workbook.Prepared.is_still", lambda self, other: False
    )
    done = confirm_workbook(actor=world.clerk, now=now(), ledger=ORGLIFE_IMPORT, preview=job)
    assert (done.state, done.result) == (Job.State.FAILED, {"code": "import.busy"})
    assert not Activity.objects.exists()


def test_only_whoever_may_write_hands_in_and_only_she_goes_on(world: LedgerWorld) -> None:
    for actor in (world.leader,):
        with pytest.raises(Forbidden):
            preview(actor, [FULL], head=LIST_HEAD)
    job = preview(world.clerk, [FULL], head=LIST_HEAD)
    with pytest.raises(Missing):
        confirm_workbook(actor=world.secretary, now=now(), ledger=ORGLIFE_IMPORT, preview=job)
    with pytest.raises(Missing):
        cancel_workbook(actor=world.secretary, now=now(), job=job)
    cancel_workbook(actor=world.clerk, now=now(), job=job)


def test_a_workbook_with_headings_only_says_so(world: LedgerWorld) -> None:
    content = make_workbook({"组织生活": [HEAD]})
    job = hand_in_workbook(
        actor=world.clerk, now=now(), ledger=ORGLIFE_IMPORT, name="空.xlsx", content=content
    )
    assert job.result is not None
    assert job.result["remarks"] == ["表里只有表头，没有内容。"]


def test_names_are_parted_outside_of_brackets() -> None:
    assert split_people("林晓、王芳（出差、请假）；陈明，") == ["林晓", "王芳（出差、请假）", "陈明"]
    assert split_people("") == []


def test_somebody_else_of_the_same_name_is_not_what_was_previewed(world: LedgerWorld) -> None:
    """The page shows names; what is written are people, so another person of that name stops the writing."""
    job = preview(
        world.clerk,
        [("第一党支部", "支委会", "2026-01-12", "议", "林晓", "")],
        head=(*HEAD, "出席人员", "缺席人员"),
    )
    Person.objects.filter(pk=world.people[0].pk).update(organisation=world.second)
    make_person(world.institution, "林晓", staff_number="009", organisation=world.first)
    written = confirm_workbook(actor=world.clerk, now=now(), ledger=ORGLIFE_IMPORT, preview=job)
    assert (written.state, written.result) == (Job.State.FAILED, {"code": "import.changed_since"})
    assert Attendance.objects.count() == 0


def test_rows_that_are_added_at_once_are_checked_by_the_database(world: LedgerWorld) -> None:
    activity = make_activity(world)
    seat = {
        "institution_id": world.institution.pk,
        "activity_id": activity.pk,
        "person_id": world.people[0].pk,
        "is_present": True,
        "reason": "",
    }
    for wrong in ([seat, seat], [{**seat, "reason": "出差"}]):
        with pytest.raises(IntegrityError), transaction.atomic():
            add_rows(Attendance, wrong)
    add_rows(
        Attendance, [seat, {**seat, "person_id": world.people[1].pk, "is_present": False, "reason": "出差"}]
    )
    assert list(Attendance.objects.order_by("pk").values_list("activity", "is_present", "reason")) == [
        (activity.pk, True, ""),
        (activity.pk, False, "出差"),
    ]


def test_a_year_of_1900_and_a_blank_of_who_came_are_faults_of_their_cells(world: LedgerWorld) -> None:
    job = preview(
        world.branch_secretary,
        [
            ("第一党支部", "支委会", "1900-01-05", "一", "3", "3"),
            ("第一党支部", "支委会", "2026-01-12", "二", "3", ""),
            ("第一党支部", "支委会", "2026-01-12", "三", "", "3"),
            ("第一党支部", "支委会", "2026-01-12", "四", "3", "0"),
        ],
        head=(*HEAD, "应到", "实到"),
    )
    assert [(row, title, message) for row, title, message in faults(job)] == [
        (2, "日期", "日期写的是1900年，台账只记2000年以后的事"),
        (3, "实到", "写了应到，没有写实到"),
        (4, "应到", "写了实到，没有写应到"),
    ]


def test_a_secretary_s_branch_is_found_among_thirty_of_its_name(world: LedgerWorld) -> None:
    other = Organisation.objects.get(name="数学学院党委")
    make_organisation(world.institution, "第一党支部", parent=other, **BRANCH)
    write(world.secretary, [("第一党支部", "支委会", "2026-01-12", "一")])
    assert Activity.objects.get().organisation == world.first
    several = faults(preview(world.clerk, [("第一党支部", "支委会", "2026-01-13", "二")]))
    assert "“第一党支部”不止一个" in several[0][2]
    foreign = preview(
        world.branch_secretary,
        [
            ("数学学院党委", "支委会", "2026-01-13", "三"),
            ("数学学院党支部", "支委会", "2026-01-13", "四"),
        ],
    )
    assert [message for _, _, message in faults(foreign)] == [
        "“数学学院党委”不归您记",
        "没有找到组织“数学学院党支部”",
    ]
    assert foreign.result is not None
    assert "第三党支部" not in str(foreign.result["faults"])
    assert "学校党委" not in str(foreign.result["faults"])


def test_a_member_is_found_among_one_s_own_people_first(world: LedgerWorld) -> None:
    elsewhere = Organisation.objects.get(name="第三党支部")
    for name in ("林晓", "赵敏"):
        make_person(world.institution, name, organisation=elsewhere)
    write(world.branch_secretary, members=[("", "林晓", "", "2012-06-28", "", "", "")])
    assert Member.objects.get().person == world.people[0]
    found = faults(preview(world.branch_secretary, members=[("", "赵敏", "", "2012-06-28", "", "", "")]))
    assert [message for _, _, message in found] == ["“赵敏”不在您管的支部里"]


def test_numbers_that_nobody_wrote_are_not_exported_as_noughts(world: LedgerWorld) -> None:
    make_activity(world)
    lines = export_lines([world.first], date(2026, 1, 1), date(2026, 12, 31))
    (line,) = lines["组织生活"]
    assert (line["due_count"], line["present_count"]) == (None, None)


def test_what_became_of_an_imported_record_is_told_without_a_line_of_its_own(world: LedgerWorld) -> None:
    write(world.clerk, [FULL], head=LIST_HEAD)
    activity = Activity.objects.get()
    confirm_record(actor=world.secretary, now=now(), record=activity)
    return_record(actor=world.secretary, now=now(), record=activity, reason="补名单")
    write(world.clerk, [(*FULL[:4], "林晓", *FULL[5:])], head=LIST_HEAD)
    steps = steps_of(Activity.objects.get())
    assert [one.state for one in steps] == [State.CONFIRMED, State.RETURNED, State.FILED]
    assert [one.reason for one in steps] == ["", "补名单", ""]
