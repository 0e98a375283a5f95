import io
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django_scopes import scopes_disabled
from openpyxl import Workbook, load_workbook

from pingyi.review.cycles.models import VoterClass, VoterListing
from tests.doors.office.cycles.conftest import Desk
from tests.factories.world import make_meeting, make_person, make_voter_class


def listed(voter_class: VoterClass) -> set[str]:
    with scopes_disabled():
        return set(
            VoterListing.objects.filter(voter_class=voter_class).values_list("person__name", flat=True)
        )


def upload(*rows: list[str | None]) -> SimpleUploadedFile:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["工号", "姓名", "单位"])
    for row in rows:
        sheet.append(row)
    buffer = io.BytesIO()
    book.save(buffer)
    return SimpleUploadedFile("名单.xlsx", buffer.getvalue())


def test_a_class_is_added_without_a_weight_and_leads_to_its_list(desk: Desk) -> None:
    meeting = desk.world.meeting.pk
    page = desk.send(
        "classes/add/", meeting=meeting, name="部分党代会代表", is_selected_part="on", selection_note="推荐"
    )
    assert "加上了C类部分党代会代表。接着列它的名单" in page
    assert "只请部分：推荐" in page
    page = desk.read("classes/")
    assert "还有1类没有设权重" in page


def test_what_is_wrong_with_a_class_is_told_and_kept(desk: Desk) -> None:
    page = desk.send("classes/add/", meeting=desk.world.meeting.pk, name="党委委员", weight="20%")
    assert "已经有一类叫“党委委员”" in page
    assert 'value="20%"' in page
    page = desk.send(f"classes/{desk.world.class_a.pk}/", name="党委委员", weight="很多")
    assert "“很多”不是数" in page
    assert "这一类存好了" in desk.send(f"classes/{desk.world.class_a.pk}/", name="校党委委员", weight="0.6")


def test_weights_are_saved_together_and_the_sum_is_said(desk: Desk) -> None:
    a, b = desk.world.class_a, desk.world.class_b
    page = desk.send(
        "classes/weights/",
        meeting=desk.world.meeting.pk,
        **{f"weight-{a.pk}": "50%", f"weight-{b.pk}": "0.4"},
    )
    assert "权重合计90%，还差10%" in page
    page = desk.send(
        "classes/weights/",
        meeting=desk.world.meeting.pk,
        **{f"weight-{a.pk}": "一半", f"weight-{b.pk}": "0.4"},
    )
    assert "“一半”不是数" in page
    assert 'value="一半"' in page
    assert "2类各50%" in desk.send("classes/equal/", meeting=desk.world.meeting.pk)
    make_voter_class(desk.world.meeting, "C", order=3)
    assert "3类除不尽，零头算在第一类：A类33.34%" in desk.send(
        "classes/equal/", meeting=desk.world.meeting.pk
    )


def test_a_small_class_is_merged_and_unmerged(desk: Desk) -> None:
    small = make_voter_class(desk.world.meeting, "C", 3, order=3, name="教师代表")
    text = desk.read("classes/")
    assert "C类教师代表，3人" in text
    page = desk.send(f"classes/{small.pk}/merge/", into=desk.world.class_b.pk, reason=" ")
    assert "写明为什么并入" in page
    page = desk.send(f"classes/{small.pk}/merge/", into=desk.world.class_b.pk, reason="不足5人")
    assert "C类已并入B类" in page
    assert "连并入的10人" in page
    assert "C类又单独投票了" in desk.send(f"classes/{small.pk}/unmerge/")


def test_people_on_two_lists_are_shown_and_somebody_decides(desk: Desk) -> None:
    person = desk.world.on_site.person
    desk.send(f"classes/{desk.world.class_a.pk}/person/", person=person.name)
    text = desk.read("classes/")
    assert "1人在不止一类的名单上" in text
    assert "按先后：A类" in text
    meeting = desk.world.meeting.pk
    page = desk.send("classes/decide/", meeting=meeting, **{f"class-{person.pk}": desk.world.class_b.pk})
    assert "1人在哪一类投票改好了" in page
    assert "组织科 林，" in page
    page = desk.send("classes/decide/", meeting=meeting, **{f"class-{person.pk}": "order"})
    assert "1人按票类先后算" in page
    assert "请刷新后再定" in desk.send("classes/decide/", meeting=meeting, **{f"class-{person.pk}": "999"})


def test_the_order_of_classes_is_moved(desk: Desk) -> None:
    desk.send(f"classes/{desk.world.class_b.pk}/move/", step="-1")
    with scopes_disabled():
        assert list(VoterClass.objects.order_by("order").values_list("code", flat=True)) == ["B", "A"]


def test_people_are_taken_from_a_source_all_or_as_chosen(desk: Desk) -> None:
    a = desk.world.class_a
    text = desk.read(f"classes/{a.pk}/?source=reporters")
    assert "2人，其中2人还不在名单上" in text
    page = desk.send(f"classes/{a.pk}/take/", source="reporters", person=desk.world.written.person_id)
    assert "列入1人。1人也在别的类的名单上" in page
    assert desk.world.written.person.name in listed(a)
    assert desk.world.on_site.person.name not in listed(a)
    page = desk.send(f"classes/{a.pk}/take/", source="reporters", all="on")
    assert "列入1人。1人本来就在名单上" in page
    assert "一个人也没有勾选" in desk.send(f"classes/{a.pk}/take/", source="reporters")
    assert "这个来源里现在没有人" in desk.send(f"classes/{a.pk}/take/", source="delegate-any", all="on")
    assert "没有这个来源" in desk.send(f"classes/{a.pk}/take/", source="nonsense", all="on")
    assert "先到“单位”或“人员”里登记" in desk.read(f"classes/{a.pk}/?source=delegate-cppcc")


def test_one_person_is_added_by_number_and_taken_off_again(desk: Desk) -> None:
    a = desk.world.class_a
    make_person(desk.world.institution, "孔北辰", staff_number="3001")
    assert "列入1人" in desk.send(f"classes/{a.pk}/person/", person="3001")
    assert "没有新列入的人。1人本来就在" in desk.send(f"classes/{a.pk}/person/", person="3001")
    page = desk.send(f"classes/{a.pk}/person/", person="无此人")
    assert "没有找到“无此人”" in page
    assert 'value="无此人"' in page
    with scopes_disabled():
        listing = VoterListing.objects.get(person__staff_number="3001")
    assert "1人从名单上去掉了" in desk.send(f"classes/{a.pk}/unlist/", listing=listing.pk)
    assert "没有勾选谁" in desk.send(f"classes/{a.pk}/unlist/")


def test_a_list_is_uploaded_whole_or_not_at_all(desk: Desk) -> None:
    a = desk.world.class_a
    make_person(desk.world.institution, "孔北辰", staff_number="3001")
    page = desk.send(f"classes/{a.pk}/file/", file=upload(["3001", "孔北辰", None], ["3002", "无此人", None]))
    assert "名单有1处要改，一个人也没有列入" in page
    assert "第3行 A列（工号）" in page
    assert "孔北辰" not in listed(a)
    assert "列入1人" in desk.send(f"classes/{a.pk}/file/", file=upload(["3001", "孔北辰", None]))
    assert "还没有选文件" in desk.send(f"classes/{a.pk}/file/")
    assert "xlsx" in desk.send(f"classes/{a.pk}/file/", file=SimpleUploadedFile("a.xlsx", b"no workbook"))


def test_the_template_can_be_filled_in(desk: Desk) -> None:
    answer = desk.browser.get("/office/cycles/list-template/")
    sheet = load_workbook(io.BytesIO(answer.content))["名单"]
    assert [cell.value for cell in next(sheet.iter_rows())] == ["工号", "姓名", "单位"]


def test_a_class_is_removed_unless_others_are_merged_into_it(desk: Desk) -> None:
    small = make_voter_class(desk.world.meeting, "C", 3, order=3)
    desk.send(f"classes/{small.pk}/merge/", into=desk.world.class_b.pk, reason="不足5人")
    assert "先撤销并入" in desk.send(f"classes/{desk.world.class_b.pk}/remove/")
    assert "C类C类撤掉了" in desk.send(f"classes/{small.pk}/remove/")


def test_each_meeting_has_its_own_classes(desk: Desk) -> None:
    second = make_meeting(desk.world.cycle, name="第二场", sequence=2)
    text = desk.read(f"classes/?meeting={second.pk}")
    assert "加第一类" in text
    assert "党委委员</a>" not in text
    assert "党委委员</a>" in desk.read("classes/")


@pytest.mark.parametrize("count", [1, 3])
def test_the_classes_cost_the_same_for_one_class_and_for_three(
    desk: Desk, count: int, django_assert_num_queries: Any
) -> None:
    with scopes_disabled():
        VoterClass.objects.all().delete()
    people = [make_person(desk.world.institution) for _ in range(count)]
    for order in range(count):
        voter_class = make_voter_class(desk.world.meeting, chr(65 + order), 2, order=order + 1)
        for person in people:
            desk.send(f"classes/{voter_class.pk}/person/", person=person.name)
    with django_assert_num_queries(19):
        text = desk.read("classes/")
    assert text.count('name="weight-') == count


@pytest.mark.parametrize("count", [1, 3])
def test_a_list_costs_the_same_for_one_person_and_for_three(
    desk: Desk, count: int, django_assert_num_queries: Any
) -> None:
    voter_class = make_voter_class(desk.world.meeting, "C", count, order=3)
    with django_assert_num_queries(10):
        text = desk.read(f"classes/{voter_class.pk}/")
    assert text.count('name="listing"') == count


@pytest.mark.parametrize("count", [1, 3])
def test_the_settings_cost_the_same_however_often_they_changed(
    desk: Desk, count: int, django_assert_num_queries: Any
) -> None:
    for number in range(count):
        desk.send("settings/", threshold=str(3 + number))
    with django_assert_num_queries(15):
        text = desk.read("settings/")
    assert text.count("<li>") >= count


@pytest.mark.parametrize("count", [1, 3])
def test_the_freezing_page_costs_the_same_for_one_class_and_for_three(
    desk: Desk, count: int, django_assert_num_queries: Any
) -> None:
    with scopes_disabled():
        VoterClass.objects.all().delete()
    for order in range(count):
        make_voter_class(desk.world.meeting, chr(65 + order), 2, order=order + 1)
    with django_assert_num_queries(22):
        desk.read("freeze/")
