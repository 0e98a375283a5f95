"""Reads of the register: the tree, secretaries of a year, people, bodies; always the same number of queries."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django_scopes import scope

from pingyi.core.errors import Missing
from pingyi.organisations import queries
from pingyi.organisations.models import Body, BodyMember, Delegate, Institution, Organisation, Post
from pingyi.organisations.queries.register import load_known
from tests.factories.world import make_institution, make_organisation, make_person, make_secretary

pytestmark = pytest.mark.django_db
TODAY = date(2026, 1, 8)


@pytest.fixture
def institution() -> Iterator[Institution]:
    here = make_institution()
    with scope(institution=here):
        yield here


def make_campus(institution: Institution, colleges: int) -> Organisation:
    """A root with so many colleges, each with a secretary, an alias, a branch, a body with a member, a delegate."""
    root = make_organisation(institution, "学校党委")
    for number in range(colleges):
        college = make_organisation(institution, f"第{number}学院党委", parent=root, order=colleges - number)
        college.aliases.create(institution=institution, name=f"{number}院")
        make_organisation(institution, "第一党支部", parent=college, kind="branch")
        secretary = make_secretary(college, f"林晓{number}")
        body = Body.objects.create(
            institution=institution, organisation=root, name=f"小组{number}", kind="other"
        )
        BodyMember.objects.create(institution=institution, body=body, person=secretary)
        Delegate.objects.create(institution=institution, person=secretary, kind="cppcc")
    return root


@pytest.mark.parametrize("colleges", [1, 3])
def test_the_tree_needs_the_same_queries_for_one_and_three(
    institution: Institution, colleges: int, django_assert_num_queries: Any
) -> None:
    make_campus(institution, colleges)
    with django_assert_num_queries(4):
        tree = queries.organisation_tree(year=2025)
    assert len([row.secretary.term.person_name for row in tree.rows if row.secretary]) == colleges


@pytest.mark.parametrize("colleges", [1, 3])
def test_lists_of_people_bodies_and_delegates_need_the_same_queries_for_one_and_three(
    institution: Institution, colleges: int, django_assert_num_queries: Any
) -> None:
    root = make_campus(institution, colleges)
    with django_assert_num_queries(5):
        people = queries.list_people(today=TODAY)
        assert [row.posts for row in people.rows] == [(f"第{number}学院党委",) for number in range(colleges)]
    with django_assert_num_queries(2):
        assert sum(len(row.members) for row in queries.bodies_of(root)) == colleges
    with django_assert_num_queries(2):
        assert [row.members[0].person.organisation is None for row in queries.all_bodies()] == [
            False
        ] * colleges
    with django_assert_num_queries(1):
        assert [row.person.name for row in queries.delegates()] == [
            f"林晓{number}" for number in range(colleges)
        ]
    with django_assert_num_queries(1):
        assert len(queries.people_to_choose()) == colleges
    with django_assert_num_queries(1):
        assert len(queries.second_level_organisations(root, 2025)) == colleges
    with django_assert_num_queries(7):
        assert len(load_known().organisations) == 1 + 2 * colleges


def test_the_tree_lists_children_below_parents_in_their_order(institution: Institution) -> None:
    make_campus(institution, 2)
    tree = queries.organisation_tree(year=2025)
    assert [(row.organisation.name, row.depth) for row in tree.rows] == [
        ("学校党委", 0),
        ("第1学院党委", 1),
        ("第一党支部", 2),
        ("第0学院党委", 1),
        ("第一党支部", 2),
    ]
    assert (tree.total, tree.standing, tree.by_kind) == (5, 5, {"committee": 3, "branch": 2})


def test_a_search_shows_what_matches_and_the_way_to_it(institution: Institution) -> None:
    make_campus(institution, 3)
    rows = queries.organisation_tree(year=2025, search="2 院").rows
    assert [(row.organisation.name, row.is_match) for row in rows] == [
        ("学校党委", False),
        ("第2学院党委", True),
    ]
    rows = queries.organisation_tree(year=2025, kind="branch").rows
    assert [row.is_match for row in rows] == [False, False, True, False, True, False, True]


def test_dissolved_organisations_are_shown_when_asked_for(institution: Institution) -> None:
    root = make_organisation(institution, "学校党委")
    make_organisation(
        institution, "老校区党总支", parent=root, kind="general_branch", dissolved_on=date(2024, 6, 1)
    )
    assert len(queries.organisation_tree(year=2025).rows) == 1
    assert len(queries.organisation_tree(year=2025, is_dissolved_shown=True).rows) == 2


def test_second_level_organisations_are_those_that_stood_in_the_year(institution: Institution) -> None:
    root = make_organisation(institution, "学校党委")
    make_organisation(institution, "甲党委", parent=root, code="A")
    make_organisation(
        institution, "乙党总支", parent=root, kind="general_branch", dissolved_on=date(2024, 6, 1)
    )
    make_organisation(
        institution, "丙直属党支部", parent=root, kind="direct_branch", founded_on=date(2025, 3, 1)
    )
    make_organisation(institution, "丁党支部", parent=root, kind="branch")
    make_organisation(institution, "下级党委", parent=queries.second_level_organisations(root)[0])

    def names(year: int | None = None) -> list[str]:
        return [one.name for one in queries.second_level_organisations(root, year)]

    assert (names(2023), names(2024), names(2025), names()) == (
        ["甲党委", "乙党总支"],
        ["甲党委", "乙党总支"],
        ["甲党委", "丙直属党支部"],
        ["甲党委", "丙直属党支部"],
    )
    assert [one.name for one in queries.convenors_to_choose()] == ["学校党委", "甲党委"]


def test_the_secretary_of_a_year_is_found_for_many_in_one_query(
    institution: Institution, django_assert_num_queries: Any
) -> None:
    law, nursing, vacant = (
        make_organisation(institution, name) for name in ("法学院", "护理学院", "空缺学院")
    )
    make_secretary(law, "前任", ended_on=date(2025, 6, 30))
    make_secretary(law, "现任", started_on=date(2025, 6, 30))
    make_secretary(nursing, "副职", title="deputy_secretary", is_acting=True)
    make_secretary(vacant, "离任", ended_on=date(2025, 3, 1))
    with django_assert_num_queries(1):
        found = queries.secretaries_in_post([law, nursing, vacant], 2025)
    assert {
        number: (one.term.person_name, one.is_acting, one.has_changed) for number, one in found.items()
    } == {
        law.pk: ("现任", False, True),
        nursing.pk: ("副职", True, False),
    }
    before = queries.secretary_in_post(law, 2024)
    assert before is not None
    assert before.term.person_name == "前任"
    assert queries.secretary_in_post(vacant, 2025) is None


def test_people_are_found_by_name_number_and_organisation(institution: Institution) -> None:
    root = make_organisation(institution, "学校党委")
    law = make_organisation(institution, "法学院党总支", parent=root)
    law.aliases.create(institution=institution, name="法院总支")
    make_person(institution, "周宁", staff_number="0031", organisation=law)
    make_person(institution, "安然", organisation=root)

    def found(**asked: Any) -> list[str]:
        return [row.person.name for row in queries.list_people(today=TODAY, **asked).rows]

    assert found() == ["安然", "周宁"]
    assert (found(search="宁"), found(search="0031"), found(search="法院"), found(search="没有")) == (
        ["周宁"],
        ["周宁"],
        ["周宁"],
        [],
    )
    assert (found(organisation=law), found(organisation=root)) == (["周宁"], ["安然", "周宁"])
    listed = queries.list_people(today=TODAY, search="宁")
    assert (listed.found, listed.total) == (1, 2)


def test_posts_stand_with_the_present_ones_first(institution: Institution) -> None:
    law = make_organisation(institution, "法学院党总支")
    person = make_secretary(law, "林晓", started_on=date(2020, 1, 1))
    Post.objects.create(
        institution=institution,
        person=person,
        organisation=law,
        title="other",
        title_text="秘书",
        started_on=date(2024, 1, 1),
        ended_on=date(2025, 1, 1),
    )
    rows = queries.posts_of_person(person, TODAY)
    assert [(row.kind_word, row.is_present) for row in rows] == [("书记", True), ("其他", False)]
    assert [row.post.person.name for row in queries.posts_of_organisation(law, TODAY)] == ["林晓", "林晓"]


def test_what_is_not_there_is_missing(institution: Institution) -> None:
    foreign = make_person(make_institution())
    for ask in (lambda: queries.person_with_id(foreign.pk), lambda: queries.body_with_id(99)):
        with pytest.raises(Missing):
            ask()


def test_the_way_up_from_an_organisation(institution: Institution) -> None:
    root = make_organisation(institution, "学校党委")
    college = make_organisation(institution, "法学院党总支", parent=root)
    branch = make_organisation(institution, "第一党支部", parent=college)
    make_organisation(institution, "学校")
    assert queries.lineage_of(branch) == [root, college, branch]


def test_namesakes_are_given_to_choose_from(institution: Institution) -> None:
    law = make_organisation(institution, "法学院党总支")
    make_person(institution, "王芳", organisation=law)
    make_person(institution, "王芳")
    assert (len(queries.people_called("王芳")), len(queries.people_called("王芳", law))) == (2, 1)
