import io
from datetime import date

import pytest
from openpyxl import Workbook

from pingyi.core.errors import Forbidden, Missing, Refused
from pingyi.core.sheets.writing import write_template
from pingyi.organisations.models import Body, BodyMember, Delegate, OrganisationAlias
from pingyi.review.cycles.domain.member_sheet import MEMBER_FORM
from pingyi.review.cycles.models import VoterListing
from pingyi.review.cycles.queries.people import label_of, person_named
from pingyi.review.cycles.queries.sources import candidates_of, sources_of
from pingyi.review.cycles.services import Listed, ListFaulty, list_from_sheet
from tests.factories.plans import PlanWorld
from tests.factories.world import NOW, make_actor, make_organisation, make_person, make_secretary


def workbook(
    *rows: tuple[object, ...], heading: tuple[str, ...] = ("工号", "姓名", "单位"), sheet: str = "名单"
) -> bytes:
    book = Workbook()
    page = book.active
    assert page is not None
    page.title = sheet
    for row in (heading, *rows):
        page.append(list(row))
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def take_in(world: PlanWorld, content: bytes) -> Listed:
    return list_from_sheet(actor=world.clerk, now=NOW, voter_class=world.class_a, content=content)


def faults(world: PlanWorld, content: bytes) -> list[tuple[str, str]]:
    before = VoterListing.objects.count()
    with pytest.raises(ListFaulty) as told:
        take_in(world, content)
    assert VoterListing.objects.count() == before
    assert all(fault.remedy for fault in told.value.faults)
    return [(fault.place, fault.message) for fault in told.value.faults]


def test_people_are_known_by_number_or_by_name_and_organisation(world: PlanWorld) -> None:
    nursing = make_organisation(world.institution, "护理学院党委")
    OrganisationAlias.objects.create(institution=world.institution, organisation=nursing, name="护理学院")
    make_person(world.institution, "张晓", staff_number="0012")
    make_person(world.institution, "李静", organisation=nursing)
    make_person(world.institution, "李静", organisation=make_organisation(world.institution))
    content = workbook(("0012", "张 晓", None), (None, "李静", "护理学院"), (None, None, None))
    assert take_in(world, content) == Listed(added=2, already=0, also_elsewhere=0)
    assert take_in(world, content) == Listed(added=0, already=2, also_elsewhere=0)


def test_a_list_from_the_template_and_one_from_a_plain_sheet_are_read(world: PlanWorld) -> None:
    person = make_person(world.institution, "张晓", staff_number="0012")
    assert take_in(world, workbook(("0012", "张晓", None), sheet="Sheet1")).added == 1
    assert VoterListing.objects.filter(person=person).count() == 1
    assert faults(world, write_template((MEMBER_FORM,))) == [("名单", "表里没有人")]


def test_every_fault_is_named_by_row_and_column_and_nobody_is_listed(world: PlanWorld) -> None:
    make_person(world.institution, "张晓", staff_number="0012")
    for _ in range(2):
        make_person(world.institution, "李静", organisation=world.convenor)
    make_person(world.institution, "赵宁")
    content = workbook(
        ("0012", "张晓", None),
        ("0012", "张晓", None),
        ("0013", "王一", None),
        ("0012", "王一", None),
        (None, "李静", None),
        (None, "李静", world.convenor.name),
        (None, "赵宁", "护理学院"),
        (None, "钱二", None),
        (None, None, "护理学院"),
        (None, "=A2", None),
    )
    assert faults(world, content) == [
        ("名单 第3行 B列（姓名）", "第2行已经有张晓"),
        ("名单 第4行 A列（工号）", "没有登记过工号0013"),
        ("名单 第5行 B列（姓名）", "工号0012登记的是张晓，不是王一"),
        ("名单 第6行 B列（姓名）", "叫李静的有2人"),
        ("名单 第7行 B列（姓名）", "叫李静的有2人"),
        ("名单 第8行 C列（单位）", "护理学院没有叫赵宁的人"),
        ("名单 第9行 B列（姓名）", "没有登记过钱二"),
        ("名单 第10行 B列（姓名）", "没有写是谁"),
        ("名单 第11行 B列（姓名）", "单元格里是公式"),
    ]


def test_a_missing_column_and_several_sheets_are_named(world: PlanWorld) -> None:
    assert faults(world, workbook(("0012", "甲"), heading=("工号", "单位"))) == [
        ("名单 第1行", "缺少“姓名”这一列")
    ]
    book = Workbook()
    for name in ("一季度", "二季度"):
        book.create_sheet(name).append(["工号", "姓名"])
    buffer = io.BytesIO()
    book.save(buffer)
    assert "分不清" in faults(world, buffer.getvalue())[0][1]
    empty = io.BytesIO()
    Workbook().save(empty)
    assert "没有找到" in faults(world, empty.getvalue())[0][1]


def test_what_is_no_workbook_is_refused_with_what_to_do(world: PlanWorld) -> None:
    with pytest.raises(Refused, match="xlsx"):
        take_in(world, b"name,number\n")


def test_only_clerks_hand_in_lists(world: PlanWorld) -> None:
    with pytest.raises(Forbidden):
        list_from_sheet(
            actor=make_actor(world.institution, "counter"),
            now=NOW,
            voter_class=world.class_a,
            content=workbook(),
        )


def offered(world: PlanWorld, key: str) -> list[tuple[str, str]]:
    return [(one.person.name, one.why) for one in candidates_of(world.meeting, key)]


def test_a_body_offers_its_members_in_order(world: PlanWorld) -> None:
    body = Body.objects.create(
        institution=world.institution, organisation=world.convenor, kind="party_committee", name="党委"
    )
    for order, (name, role) in enumerate((("周明远", "书记"), ("陈立", ""))):
        person = make_person(world.institution, name)
        BodyMember.objects.create(
            institution=world.institution, body=body, person=person, role_text=role, order=order
        )
    assert offered(world, f"body-{body.pk}") == [("周明远", "书记"), ("陈立", "党委")]
    assert sources_of()[0].label == "中共示例大学委员会：党委"


def test_the_roster_offers_every_secretary(world: PlanWorld) -> None:
    names = {name for name, _ in offered(world, "reporters")}
    assert names == {world.on_site.person.name, world.written.person.name}


@pytest.mark.parametrize(
    ("key", "post"),
    [
        ("post-department_head", {"title": "department_head"}),
        ("post-deputy_party", {"title": "deputy_leader", "portfolio": "党建、人事"}),
        ("post-full_time_organiser", {"title": "full_time_organiser"}),
    ],
)
def test_posts_offer_who_holds_them_on_the_day_of_the_meeting(
    world: PlanWorld, key: str, post: dict[str, object]
) -> None:
    office = make_organisation(world.institution, "人事处党总支", unit_kind="office")
    now = make_secretary(office, "在任者", **post)
    make_secretary(office, "离任者", **post, ended_on=date(2026, 1, 15))
    make_secretary(office, "将任者", **post, started_on=date(2026, 1, 17))
    make_secretary(office, "别的职务", title="other")
    assert [name for name, _ in offered(world, key)] == [now.name]


def test_section_heads_are_those_of_hospitals(world: PlanWorld) -> None:
    hospital = make_organisation(world.institution, "第五附属医院党委", unit_kind="affiliated_hospital")
    make_secretary(hospital, "医院科长", title="section_head")
    make_secretary(make_organisation(world.institution), "学院科长", title="section_head")
    assert [name for name, _ in offered(world, "post-section_head_hospital")] == ["医院科长"]


def test_delegates_are_offered_by_kind_or_all_together_each_once(world: PlanWorld) -> None:
    person, other = make_person(world.institution, "代表甲"), make_person(world.institution, "委员乙")
    for one, kind in ((person, "party_congress"), (person, "peoples_congress"), (other, "cppcc")):
        Delegate.objects.create(institution=world.institution, person=one, kind=kind, level_text="市")
    assert [name for name, _ in offered(world, "delegate-any")] == ["委员乙", "代表甲"]
    assert offered(world, "delegate-party_congress") == [("代表甲", "市党代会代表")]


@pytest.mark.parametrize("key", ["", "post-spy", "delegate-x", "body-x", "body-", "reporters-1"])
def test_unknown_sources_are_not_there(world: PlanWorld, key: str) -> None:
    with pytest.raises(Missing):
        candidates_of(world.meeting, key)


def test_a_person_is_found_by_number_name_or_the_offered_label(world: PlanWorld) -> None:
    person = make_person(world.institution, "王小梅", staff_number="2001")
    twin = make_person(world.institution, "王小梅", organisation=world.convenor)
    assert person_named("2001", field="chair") == person
    assert person_named(label_of(person), field="chair") == person
    assert person_named(label_of(twin), field="chair") == twin
    assert person_named(" 周明远 ", field="chair") == world.chair


@pytest.mark.parametrize(
    ("words", "code"), [("", "person.empty"), ("无此人", "person.unknown"), ("王小梅", "person.ambiguous")]
)
def test_nobody_and_several_are_refused_at_the_field(world: PlanWorld, words: str, code: str) -> None:
    for number in ("2001", "2002"):
        make_person(world.institution, "王小梅", staff_number=number)
    with pytest.raises(Refused) as told:
        person_named(words, field="chair")
    assert (told.value.code, told.value.field) == (code, "chair")
