from datetime import date, timedelta
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django_scopes import scope

from pingyi.core.clock import today
from pingyi.core.models import StoredFile
from pingyi.review.rectification.models import Evidence, Task
from tests.documents.render.reading import read_word
from tests.doors.office.rectification.pages import Desk
from tests.factories.rectification import (
    Office,
    asked,
    closed,
    make_office,
    planned,
    proposed,
    submitted,
)
from tests.factories.world import NOW, make_actor

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.7 minutes"


def list_of(office: Office) -> str:
    return f"cycles/{office.cycle.pk}/tasks/"


def own(office: Office) -> Desk:
    return Desk(office, actor=office.secretary)


def uploaded(name: str = "大会记录.pdf", content: bytes = PDF) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def only_task(office: Office) -> Task:
    with scope(institution=office.institution):
        return Task.objects.get()


def test_the_list_says_what_waits_and_what_is_late() -> None:
    office = make_office(["一问题。", "二问题。"])
    planned(office, 0, due_on=today(NOW) + timedelta(days=3))
    first = submitted(office, 1)
    page = Desk(office).html(list_of(office))
    assert f'href="/office/tasks/{first.pk}/"' in page.split("复核第一项")[0].rsplit("<a", 1)[1]
    words = Desk(office, "leader").words(list_of(office))
    assert "已销号 0 / 2 项，等复核 1 / 2 ，在办 1 / 2 ，其中 逾期1项" in words
    assert "催1项逾期的任务" in words
    assert "逾1个工作日" in words
    late = Desk(office).words(f"{list_of(office)}?show=late")
    assert "1 / 2项，期限近的在前" in late
    assert "没有这样的任务" in Desk(office).words(f"{list_of(office)}?show=closed")


def test_a_clerk_is_not_sent_to_check_the_work_of_her_own_organisation() -> None:
    office = make_office(["一问题。", "二问题。"])
    submitted(office)
    both = make_actor(
        office.institution, "clerk", "secretary", organisation=office.hall.reporters[0].organisation
    )
    words = Desk(office, actor=both).words(list_of(office))
    assert "1项等复核 由没有经手的经办人复核" in words
    assert "复核第一项" not in words
    assert "1项等复核" in Desk(office, "leader").words(list_of(office))


def test_an_empty_list_teaches() -> None:
    office = make_office()
    words = Desk(office).words(list_of(office))
    assert "还没有整改任务 单位认领问题以后，给每个问题列一项或几项任务" in words


def test_a_secretary_works_on_her_task_until_it_is_handed_in() -> None:
    office = make_office()
    task = planned(office)
    page = f"tasks/{task.pk}/"
    desk = own(office)
    assert "办完，报完成，6月30日到期" in desk.words(page)
    assert desk.post(f"{page}progress/", progress="开了第一次会。").startswith("进展记下了。")
    words = desk.post(f"{page}evidence/", note="支委会记录", happened_on="2026-01-19", file=uploaded())
    assert words.startswith("佐证收到了。")
    assert "支委会记录 2026年1月19日的事" in words
    words = desk.post(f"{page}submit/", progress="书记补选到位。")
    assert words.startswith("报完成了，等组织部门复核。")
    assert "等组织部门复核 通过就销号，不够会写明理由退回。" in words
    assert "报了进展 开了第一次会。" in words
    assert "报了完成，请复核 书记补选到位。" in words


def test_a_clerk_checks_and_the_last_task_closes_the_problem() -> None:
    office = make_office()
    task = submitted(office)
    page = f"tasks/{task.pk}/"
    clerk = Desk(office)
    words = clerk.words(page)
    assert "看佐证，通过就销号" in words
    assert "这是最后一项没有销号的任务，问题一并销号。" in words
    for _ in range(2):
        words = clerk.post(f"{page}close/", note="看了记录，属实。")
        assert words.startswith("第1项任务销号了。")
    assert "复核通过，销号 看了记录，属实。" in words
    assert office.problems()[0].state == "closed"


def test_what_is_sent_back_shows_the_reason_to_the_organisation() -> None:
    office = make_office()
    task = submitted(office)
    page = f"tasks/{task.pk}/"
    refused = Desk(office).refused(f"{page}send-back/", reason="")
    assert "写明还差什么，单位照着补。" in refused
    Desk(office).post(f"{page}send-back/", reason="缺会议记录。")
    words = own(office).words(page)
    assert "退回补办" in words
    assert "照退回的理由补齐" in words
    assert "退回理由： 缺会议记录。" in words


def test_who_has_a_hand_in_it_is_told_why_she_may_not_close() -> None:
    office = make_office()
    task = submitted(office)
    with scope(institution=office.institution):
        Task.objects.update(created_by=office.clerk.account_id)
    page = f"tasks/{task.pk}/"
    html = Desk(office).html(page)
    assert "等另一位经办人复核" in html
    assert "这项任务是您列的，不能由您销号" in html
    assert "通过，销号</button>" not in html
    refused = Desk(office).refused(f"{page}close/")
    assert "这项任务是您列的，不能由您销号" in refused
    assert only_task(office).state == "submitted"


def test_a_clerk_puts_a_deadline_off_and_reopens() -> None:
    office = make_office()
    task = planned(office, due_on=date(2026, 1, 19))
    page = f"tasks/{task.pk}/"
    refused = own(office).refused(
        f"{page}change/",
        measures="补选。",
        responsible=office.person.name,
        due_on="2026-06-30",
        department="党委办公室",
        version="1",
    )
    assert "本单位不能自己改" in refused
    clerk = Desk(office)
    assert "写明为什么准延期" in clerk.refused(f"{page}extend/", due_on="2026-03-31", reason="")
    words = clerk.post(f"{page}extend/", due_on="2026-03-31", reason="换届推迟。")
    assert "期限 2026年3月31日" in words
    assert "准了延期 2026-01-19延到2026-03-31：换届推迟。" in words


def test_a_closed_task_is_reopened_with_a_reason() -> None:
    office = make_office()
    task = closed(office)
    page = f"tasks/{task.pk}/"
    assert "写明为什么重新打开" in Desk(office).refused(f"{page}reopen/", reason="")
    words = Desk(office).post(f"{page}reopen/", reason="问题反弹。")
    assert words.startswith("重新打开了，问题回到清单上。")
    assert "重新打开过1次。以前签过的： 批准了计划，" in words
    assert "复核通过，销号，" in words
    assert "重新打开，" in words
    assert office.problems()[0].state == "in_progress"


def test_the_plan_of_a_task_is_changed_and_a_lost_race_keeps_the_input() -> None:
    office = make_office()
    task = planned(office)
    page = f"tasks/{task.pk}/"
    sent = {
        "responsible": office.person.name,
        "due_on": "2026-06-30",
        "department": "党委办公室",
        "version": "1",
    }
    assert own(office).post(f"{page}change/", measures="甲的措施。", **sent).startswith("改好了。")
    refused = own(office).refused(f"{page}change/", measures="乙的措施。", **sent)
    assert "别人改过这项任务" in refused
    assert "乙的措施。</textarea>" in refused
    assert "甲的措施。" in refused


def test_a_task_nobody_began_is_taken_back() -> None:
    office = make_office()
    task = proposed(office)
    words = own(office).post(f"tasks/{task.pk}/withdraw/")
    assert words.startswith("第1项任务撤下了。")
    assert own(office).answer(f"tasks/{task.pk}/").status_code == 404


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({"note": "", "happened_on": ""}, "写明这份佐证说明什么"),
        ({"note": "照片", "happened_on": "昨天"}, "不是日期"),
        ({"note": "照片", "happened_on": "2026-12-01"}, "佐证的日期在今天以后"),
    ],
)
def test_refused_evidence_says_why_and_keeps_the_words(data: dict[str, str], words: str) -> None:
    office = make_office()
    task = planned(office)
    page = own(office).refused(f"tasks/{task.pk}/evidence/", **data)
    assert words in page
    assert f'value="{data["note"]}"' in page


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("页.html", b"<script>alert(1)</script>", "这种文件不收"),
        ("记录.pdf", b"<html>", "文件的内容和它的扩展名不一样"),
    ],
)
def test_a_file_that_is_not_what_it_says_is_refused(name: str, content: bytes, words: str) -> None:
    office = make_office()
    task = planned(office)
    page = own(office).refused(f"tasks/{task.pk}/evidence/", note="记录", file=uploaded(name, content))
    assert words in page
    assert StoredFile.objects.count() == 0


def test_a_file_above_the_limit_is_not_even_read(settings: Any) -> None:
    settings.UPLOAD_LIMIT_BYTES = 8
    office = make_office()
    task = planned(office)
    page = own(office).refused(f"tasks/{task.pk}/evidence/", note="记录", file=uploaded())
    assert "文件超过0MB" in page
    assert StoredFile.objects.count() == 0


def with_file(office: Office, name: str = '../"会议\n记录".pdf') -> tuple[Task, str]:
    task = planned(office)
    own(office).post(f"tasks/{task.pk}/evidence/", note="支委会记录", file=uploaded(name))
    with scope(institution=office.institution):
        return task, f"tasks/{task.pk}/evidence/{Evidence.objects.get().pk}/"


@pytest.mark.parametrize(
    ("role", "status"),
    [("clerk", 200), ("leader", 200), ("scrutineer", 403), ("counter", 403), ("secretary", 403)],
)
def test_a_file_is_handed_out_to_those_who_may_read_it_only(role: str, status: int) -> None:
    office = make_office()
    _, path = with_file(office)
    other = make_actor(office.institution, role, organisation=office.hall.reporters[1].organisation)
    assert Desk(office, actor=other).answer(path).status_code == status
    assert own(office).answer(path).status_code == 200


def test_a_file_is_handed_out_as_a_download_that_no_browser_runs() -> None:
    office = make_office()
    _, path = with_file(office)
    answer = Desk(office).answer(path)
    assert answer.content == PDF
    assert answer["Content-Type"] == "application/pdf"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Cache-Control"] == "no-store"
    disposition = answer["Content-Disposition"]
    assert disposition.startswith("attachment; filename*=UTF-8''")
    assert not set('"\n/') & set(disposition.removeprefix("attachment; filename*=UTF-8''"))


def test_evidence_of_one_task_is_not_reached_through_another() -> None:
    office = make_office()
    _, path = with_file(office)
    other = planned(office, measures=["别的。"])
    number = path.rstrip("/").rsplit("/", 1)[-1]
    assert Desk(office).answer(f"tasks/{other.pk}/evidence/{number}/").status_code == 404


def test_evidence_without_a_file_has_nothing_to_hand_out() -> None:
    office = make_office()
    task = planned(office)
    own(office).post(f"tasks/{task.pk}/evidence/", note="口头说明")
    with scope(institution=office.institution):
        row = Evidence.objects.get()
    assert Desk(office).answer(f"tasks/{task.pk}/evidence/{row.pk}/").status_code == 404


def test_evidence_is_taken_back() -> None:
    office = make_office()
    _, path = with_file(office)
    words = own(office).post(f"{path}remove/")
    assert words.startswith("佐证撤下了，办事记录里留着它来过。")
    with scope(institution=office.institution):
        assert Evidence.objects.count() == 0


def test_the_task_list_of_an_organisation_is_a_word_file_with_its_name() -> None:
    office = make_office()
    planned(office)
    path = f"cycles/{office.cycle.pk}/problems/task-lists/{office.organisation.pk}/"
    answer = own(office).answer(path)
    assert "%E6%95%B4%E6%94%B9%E4%BB%BB%E5%8A%A1%E6%B8%85%E5%8D%95_" in answer["Content-Disposition"]
    rows = read_word(answer.content).tables[0].rows
    assert "补选支部书记。" in rows[1].cells[3].text
    other = office.hall.reporters[1].organisation.pk
    assert own(office).answer(f"cycles/{office.cycle.pk}/problems/task-lists/{other}/").status_code == 403
    assert Desk(office, "counter").answer(path).status_code == 403


def test_the_lists_of_all_come_in_one_parcel() -> None:
    office = make_office()
    planned(office)
    path = f"cycles/{office.cycle.pk}/problems/task-lists/"
    parcel = ZipFile(BytesIO(Desk(office).answer(path).content))
    names = parcel.namelist()
    assert len(names) == 3
    assert f"整改任务清单_{office.organisation.name}.docx" in names
    mine = ZipFile(BytesIO(own(office).answer(path).content))
    assert mine.namelist() == [f"整改任务清单_{office.organisation.name}.docx"]


def test_two_organisations_of_one_name_get_two_files() -> None:
    office = make_office()
    with scope(institution=office.institution):
        type(office.organisation).objects.filter(parent=office.cycle.convenor).update(name="教工党委")
    path = f"cycles/{office.cycle.pk}/problems/task-lists/"
    names = ZipFile(BytesIO(Desk(office).answer(path).content)).namelist()
    assert names == [f"整改任务清单_教工党委{mark}.docx" for mark in ("", "（2）", "（3）")]


@pytest.mark.parametrize("role", ["clerk", "leader", "secretary"])
def test_others_do_nothing_on_a_task(role: str) -> None:
    office = make_office()
    task = planned(office)
    other = make_actor(office.institution, role, organisation=office.hall.reporters[1].organisation)
    desk = Desk(office, actor=other)
    for tail, data in (
        ("progress/", {"progress": "代报。"}),
        ("submit/", {"progress": "代报。"}),
        ("evidence/", {"note": "代交"}),
        ("withdraw/", {}),
        (
            "change/",
            {
                "measures": "换。",
                "responsible": office.person.name,
                "due_on": "2026-06-30",
                "department": "党委办公室",
                "cause": "支部书记空缺。",
            },
        ),
    ):
        assert desk.answer(f"tasks/{task.pk}/{tail}", data).status_code == 403
    assert only_task(office).state == "open"


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_costs_the_same_for_one_task_and_for_three(
    django_assert_num_queries: Any, count: int
) -> None:
    office = make_office([f"第{number}个问题。" for number in range(count)])
    for place in range(count):
        submitted(office, place)
    desk = Desk(office)
    with django_assert_num_queries(16):
        desk.html(list_of(office))


@pytest.mark.parametrize("count", [1, 3])
def test_a_task_costs_the_same_for_one_piece_of_evidence_and_for_three(
    django_assert_num_queries: Any, count: int
) -> None:
    office = make_office()
    task = planned(office)
    for number in range(count):
        own(office).post(f"tasks/{task.pk}/evidence/", note=f"第{number}份")
        own(office).post(f"tasks/{task.pk}/progress/", progress=f"第{number}次。")
    desk = Desk(office)
    with django_assert_num_queries(17):
        desk.html(f"tasks/{task.pk}/")


@pytest.mark.parametrize("count", [1, 3])
def test_the_requirements_cost_the_same_for_one_and_for_three(
    django_assert_num_queries: Any, count: int
) -> None:
    office = make_office()
    for number in range(1, count + 1):
        asked(office, number)
    desk = Desk(office)
    with django_assert_num_queries(8):
        desk.html(f"cycles/{office.cycle.pk}/follow-ups/")
