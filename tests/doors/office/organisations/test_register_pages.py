"""The pages of organisations, people, posts and bodies: what they show, what they write, who may."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django_scopes import scope, scopes_disabled

from pingyi.organisations.models import Body, Delegate, Institution, Organisation, Person, Post
from tests.doors.office.organisations.campus import LIST, PEOPLE, Campus
from tests.doors.office.people import browser_of
from tests.factories.world import make_actor, make_institution, make_organisation, make_person

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("colleges", [1, 3])
def test_the_tree_costs_the_same_for_one_college_and_for_three(
    colleges: int, django_assert_num_queries: Any
) -> None:
    campus = Campus(colleges)
    with django_assert_num_queries(9):
        text = campus.show(LIST)
    assert f"{colleges + 1}个党组织" in text


@pytest.mark.parametrize("colleges", [1, 3])
def test_people_cost_the_same_for_one_and_for_three(colleges: int, django_assert_num_queries: Any) -> None:
    campus = Campus(colleges)
    with django_assert_num_queries(10):
        text = campus.show(PEOPLE)
    assert f"共{colleges}人" in text


@pytest.mark.parametrize("colleges", [1, 3])
def test_an_organisation_costs_the_same_for_one_and_for_three_below_it(
    colleges: int, django_assert_num_queries: Any
) -> None:
    campus = Campus(colleges)
    with scope(institution=campus.institution):
        for college in campus.colleges:
            Body.objects.create(
                institution=campus.institution, organisation=campus.root, name=college.name, kind="other"
            )
    with django_assert_num_queries(19):
        text = campus.show(f"{LIST}{campus.root.pk}/")
    assert f'<span class="small">{colleges}个</span>' in text


@pytest.mark.parametrize("members", [1, 3])
def test_a_body_costs_the_same_for_one_member_and_for_three(
    members: int, django_assert_num_queries: Any
) -> None:
    campus = Campus(members)
    with scope(institution=campus.institution):
        body = Body.objects.create(
            institution=campus.institution, organisation=campus.root, name="小组", kind="other"
        )
        for person in campus.secretaries:
            body.members.create(institution=campus.institution, person=person)
    with django_assert_num_queries(8):
        text = campus.show(f"{LIST}bodies/{body.pk}/")
    assert f"{members}名成员" in text


def test_empty_pages_teach_and_lead_to_the_import() -> None:
    clerk = browser_of(make_actor(make_institution(), "clerk"))
    for address, words in ((LIST, "还没有单位"), (PEOPLE, "还没有人员")):
        text = clerk.get(address).content.decode()
        assert words in text
        assert 'href="/office/organisations/import/"' in text


def test_the_next_step_names_what_is_missing() -> None:
    campus = Campus(2)
    assert "单位和书记都齐了" in campus.show(LIST)
    with scopes_disabled():
        Post.objects.filter(organisation=campus.college).update(ended_on=date(2023, 1, 1))
    assert "补上1个单位的书记" in campus.show(LIST)
    vacant = campus.show(f"{LIST}?vacant=1")
    assert ("第0学院党委" in vacant, "第1学院党委" in vacant) == (True, False)
    with scopes_disabled():
        Post.objects.all().delete()
        Person.objects.all().delete()
    assert "导入人员和任职" in campus.show(LIST)


def test_the_tree_is_searched_and_says_when_nothing_is_found() -> None:
    campus = Campus(2)
    text = campus.show(f"{LIST}?q=第1学院")
    assert ("第1学院党委" in text, "第0学院党委" in text) == (True, False)
    assert "没有找到" in campus.show(f"{LIST}?q=没有的")


def test_dissolved_organisations_are_shown_on_request() -> None:
    campus = Campus(2)
    campus.colleges[1].dissolved_on = date(2024, 1, 1)
    campus.colleges[1].save()
    assert "第1学院党委" not in campus.show(LIST)
    assert "2024年1月1日撤销" in campus.show(f"{LIST}?dissolved=1")


def test_an_organisation_is_created_renamed_moved_corrected_and_dissolved() -> None:
    campus = Campus()
    text = campus.post(
        f"{LIST}new/", name="新学院党总支", parent=campus.root.pk, kind="general_branch", unit_kind="college"
    )
    with scopes_disabled():
        made = Organisation.objects.get(name="新学院党总支")
    assert "新学院党总支加好了" in text
    here = f"{LIST}{made.pk}/"
    assert "改名为老学院党总支" in campus.post(f"{here}rename/", name="老学院党总支", is_old_name_kept="on")
    assert "现在在第0学院党委下面" in campus.post(f"{here}move/", parent=campus.college.pk)
    edit = {
        "kind": "direct_branch",
        "unit_kind": "office",
        "code": "X1",
        "order": "2",
        "founded_on": "2020-01-01",
    }
    assert "基本情况存好了" in campus.post(f"{here}edit/", **edit)
    assert "撤销了" in campus.post(f"{here}dissolve/", on="2025-09-01")
    made.refresh_from_db()
    assert (made.path, made.kind, made.code, made.order, str(made.founded_on), str(made.dissolved_on)) == (
        "学校党委/第0学院党委/老学院党总支",
        "direct_branch",
        "X1",
        2,
        "2020-01-01",
        "2025-09-01",
    )


@pytest.mark.parametrize(
    ("verb", "fields", "words"),
    [
        ("rename", {"name": ""}, "没有写名称"),
        ("move", {"parent": "self"}, "不能作它的上级"),
        ("edit", {"kind": "committee", "unit_kind": "college", "code": "U"}, "代码 U 已经是“学校党委”的"),
        ("edit", {"kind": "committee", "unit_kind": "college", "order": "第三"}, "“第三”不是0到999999的整数"),
        ("edit", {"kind": "committee", "unit_kind": "college", "founded_on": "昨天"}, "“昨天”不是日期"),
        ("dissolve", {"on": ""}, "没有写撤销日期"),
        ("aliases", {"name": "第0学院党委"}, "已经有“第0学院党委”这个名称"),
        (
            "posts",
            {"person": "没有的人", "title_text": "委员", "started_on": "2025-01-01"},
            "没有找到“没有的人”",
        ),
        ("posts", {"person": "林晓0", "title_text": "委员", "started_on": ""}, "没有写任职日期"),
        ("bodies", {"name": "小组", "kind": "club"}, "没有选机构类型"),
    ],
)
def test_a_refusal_stands_at_its_form_and_keeps_what_was_typed(
    verb: str, fields: dict[str, str], words: str
) -> None:
    campus = Campus()
    fields = {name: str(campus.college.pk) if text == "self" else text for name, text in fields.items()}
    page = campus.clerk.post(f"{LIST}{campus.college.pk}/{verb}/", fields)
    text = page.content.decode()
    assert (page.status_code in {404, 409, 422}, words in text) == (True, True)
    typed = [
        fields[name]
        for name in ("name", "code", "order", "founded_on", "person", "title_text")
        if fields.get(name)
    ]
    assert [f'value="{one}"' in text for one in typed] == [True] * len(typed)


def test_a_refused_new_organisation_keeps_what_was_typed() -> None:
    campus = Campus()
    fields = {
        "name": "第0学院党委",
        "parent": campus.root.pk,
        "kind": "committee",
        "unit_kind": "office",
        "code": "X9",
    }
    text = campus.post(f"{LIST}new/", **fields)
    assert "同一个上级下面已经有“第0学院党委”" in text
    assert 'value="X9"' in text
    assert 'value="office" selected' in text


def test_a_new_secretary_follows_the_one_who_leaves() -> None:
    campus = Campus()
    person = make_person(campus.institution, "沈青", staff_number="0013")
    with scopes_disabled():
        old = Post.objects.get(organisation=campus.college)
    appoint = {"person": "0013", "title_text": "党委书记", "started_on": "2025-06-30"}
    assert "同一时间会有两位书记" in campus.post(f"{LIST}{campus.college.pk}/posts/", **appoint)
    assert "2025-06-30免去" in campus.post(f"/office/people/posts/{old.pk}/end/", ended_on="2025-06-30")
    assert "沈青任党委书记，记好了" in campus.post(f"{LIST}{campus.college.pk}/posts/", **appoint)
    text = campus.show(f"{LIST}{campus.college.pk}/")
    assert "书记沈青，2025年6月30日到任" in text
    with scopes_disabled():
        assert Post.objects.get(person=person).title == "secretary"


def test_a_post_is_corrected_or_withdrawn_on_its_page() -> None:
    campus = Campus()
    with scopes_disabled():
        post = Post.objects.get()
    here = f"/office/people/posts/{post.pk}/"
    assert 'value="2022-03-01"' in campus.show(here)
    fields = {"title_text": "党委副书记", "is_acting": "yes", "started_on": "2022-04-01", "portfolio": "组织"}
    assert "改好了" in campus.post(here, **fields)
    post.refresh_from_db()
    assert (post.title, post.is_acting, str(post.started_on), post.portfolio) == (
        "deputy_secretary",
        True,
        "2022-04-01",
        "组织",
    )
    assert "免职日期早于任职日期" in campus.post(here, **fields, ended_on="2020-01-01")
    assert "没有写免职日期" in campus.post(f"{here}end/", ended_on="")
    assert "删掉了" in campus.post(f"{here}withdraw/")
    with scopes_disabled():
        assert Post.objects.count() == 0


def test_a_person_is_added_found_corrected_and_noted_as_delegate() -> None:
    campus = Campus()
    text = campus.post(f"{PEOPLE}new/", name="周宁", staff_number="0031", organisation=campus.college.pk)
    assert "周宁加好了" in text
    with scopes_disabled():
        person = Person.objects.get(name="周宁")
    here = f"{PEOPLE}{person.pk}/"
    assert "存好了" in campus.post(here, name="周宁宁", staff_number="0032", organisation="")
    assert "学校第2次党代会代表" in campus.post(
        f"{here}delegations/", kind="party_congress", level_text="学校", congress_number="2"
    )
    assert "这一条已经有了" in campus.post(
        f"{here}delegations/", kind="party_congress", level_text="学校", congress_number="2"
    )
    with scopes_disabled():
        delegate = Delegate.objects.get()
    assert "没有代表身份" in campus.post(f"{here}delegations/remove/", delegate=delegate.pk)
    found = campus.show(f"{PEOPLE}?q=0032")
    assert ("周宁宁" in found, "找到1 / 2人" in found) == (True, True)
    assert "没有找到" in campus.show(f"{PEOPLE}?q=没有")


def test_a_refused_person_keeps_what_was_typed() -> None:
    campus = Campus()
    make_person(campus.institution, "沈青", staff_number="0013")
    text = campus.post(f"{PEOPLE}new/", name="周宁", staff_number="0013", organisation="")
    assert "工号 0013 已经是沈青的" in text
    assert 'value="周宁"' in text
    text = campus.post(f"{PEOPLE}{campus.secretaries[0].pk}/", name="", staff_number="0099", organisation="")
    assert "姓名要在1到64个字之间" in text
    assert 'value="0099"' in text


def test_a_body_is_made_and_members_come_and_go() -> None:
    campus = Campus()
    text = campus.post(f"{LIST}{campus.root.pk}/bodies/", name="党建工作领导小组", kind="leading_group")
    assert "还没有成员" in text
    with scopes_disabled():
        body = Body.objects.get()
    here = f"{LIST}bodies/{body.pk}/"
    assert "1名成员" in campus.post(f"{here}members/", person="林晓0", role_text="组长", order="1")
    assert "已经是“党建工作领导小组”的成员" in campus.post(f"{here}members/", person="林晓0")
    with scopes_disabled():
        member = body.members.get()
    assert "还没有成员" in campus.post(f"{here}members/remove/", member=member.pk)


def test_other_names_come_and_go() -> None:
    campus = Campus()
    here = f"{LIST}{campus.college.pk}/"
    assert "加上了“第0临床学院党委”" in campus.post(
        f"{here}aliases/", name="第0临床学院党委", is_dual_name="on"
    )
    with scopes_disabled():
        alias = campus.college.aliases.get()
    assert alias.is_dual_name
    assert "没有别的名称" in campus.post(f"{here}aliases/remove/", alias=alias.pk)


def test_long_trees_come_without_their_branches(monkeypatch: pytest.MonkeyPatch) -> None:
    from pingyi.doors.office.organisations import lists

    campus = Campus(2)
    make_organisation(campus.institution, "第一党支部", parent=campus.college, kind="branch")
    monkeypatch.setattr(lists, "LONG", 2)
    text = campus.show(LIST)
    assert ("第一党支部" in text, "党支部没有列出" in text) == (False, True)
    assert "第一党支部" in campus.show(f"{LIST}?kind=branch")


def test_whoever_is_not_signed_in_is_asked_to() -> None:
    institution: Institution = make_institution()
    organisation = make_organisation(institution)
    for address in (LIST, PEOPLE, f"{LIST}{organisation.pk}/", f"{LIST}import/"):
        answer = Client().get(address)
        assert answer.headers["Location"].startswith("/office/sign-in/")
