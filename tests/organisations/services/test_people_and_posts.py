"""People, posts, bodies and delegates are written one by one."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django_scopes import scope

from pingyi.core.errors import Refused
from pingyi.core.models import Event
from pingyi.organisations.models import Body, BodyMember, Delegate, Person, Post
from pingyi.organisations.services.bodies import add_body, add_member, remove_member
from pingyi.organisations.services.delegates import add_delegate, remove_delegate
from pingyi.organisations.services.people import add_person, revise_person
from pingyi.organisations.services.posts import appoint, end_post, revise_post, withdraw_post
from tests.factories.world import NOW, make_actor, make_institution, make_organisation, make_person

pytestmark = pytest.mark.django_db


class Office:
    def __init__(self) -> None:
        self.institution = make_institution()
        self.by: dict[str, Any] = {"actor": make_actor(self.institution, "clerk"), "now": NOW}
        self.law = make_organisation(self.institution, "法学院党总支")
        self.lin = make_person(self.institution, "林晓", staff_number="0012", organisation=self.law)
        self.shen = make_person(self.institution, "沈青", organisation=self.law)

    def appoint(
        self, person: Person, title_text: str = "党总支书记", started_on: str = "2022-03-01", **more: Any
    ) -> Post:
        return appoint(
            **self.by,
            person=person,
            organisation=self.law,
            title_text=title_text,
            started_on=date.fromisoformat(started_on),
            **more,
        )


@pytest.fixture
def office() -> Iterator[Office]:
    here = Office()
    with scope(institution=here.institution):
        yield here


def last_verb() -> str | None:
    return Event.objects.order_by("-pk").values_list("verb", flat=True).first()


def code_of(refused: pytest.ExceptionInfo[Refused]) -> str:
    return refused.value.code


def test_a_person_is_added_and_corrected(office: Office) -> None:
    person = add_person(**office.by, name=" 周 宁 ", staff_number="0031", organisation=office.law)
    assert (person.name, last_verb()) == ("周 宁", "person.added")
    revise_person(**office.by, person=person, name="周宁", staff_number="0032", organisation=None)
    person.refresh_from_db()
    assert (person.name, person.staff_number, person.organisation, last_verb()) == (
        "周宁",
        "0032",
        None,
        "person.revised",
    )


def test_a_staff_number_is_one_persons(office: Office) -> None:
    with pytest.raises(Refused, match="工号 0012 已经是林晓的") as refused:
        add_person(**office.by, name="周宁", staff_number="0012")
    assert code_of(refused) == "person.number_taken"
    with pytest.raises(Refused):
        revise_person(
            **office.by, person=office.shen, name="沈青", staff_number="0012", organisation=office.law
        )


def test_namesakes_in_one_organisation_need_a_number(office: Office) -> None:
    with pytest.raises(Refused) as refused:
        add_person(**office.by, name="沈青", organisation=office.law)
    assert code_of(refused) == "person.namesake"
    add_person(**office.by, name="沈青", staff_number="0077", organisation=office.law)
    assert Person.objects.filter(name="沈青").count() == 2


@pytest.mark.parametrize("name", ["", "  ", "长" * 65])
def test_a_person_has_a_name(office: Office, name: str) -> None:
    with pytest.raises(Refused) as refused:
        add_person(**office.by, name=name)
    assert code_of(refused) == "person.bad_name"


def test_a_post_is_read_from_its_words(office: Office) -> None:
    post = office.appoint(office.lin, "党总支副书记（主持工作）、院长")
    assert (post.title, post.is_acting, last_verb()) == ("deputy_secretary", True, "post.appointed")


def test_one_secretary_at_a_time(office: Office) -> None:
    first = office.appoint(office.lin)
    with pytest.raises(
        Refused, match=r"同一时间会有两位书记：林晓2022-03-01起任党总支书记，没有免职日期"
    ) as refused:
        office.appoint(office.shen, started_on="2025-01-01")
    assert (code_of(refused), Post.objects.count()) == ("post.two_secretaries", 1)
    end_post(**office.by, post=first, ended_on=date(2025, 1, 1))
    office.appoint(office.shen, started_on="2025-01-01")
    assert Post.objects.count() == 2


def test_an_acting_deputy_may_stand_beside_a_secretary(office: Office) -> None:
    office.appoint(office.lin)
    assert office.appoint(office.shen, "副书记", is_acting=True).is_acting


def test_nobody_holds_the_same_post_twice(office: Office) -> None:
    office.appoint(office.lin, "委员")
    with pytest.raises(Refused) as refused:
        office.appoint(office.lin, "委 员", started_on="2024-01-01")
    assert code_of(refused) == "post.twice"
    office.appoint(office.lin, "院长", started_on="2022-03-01")


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"title_text": ""}, "post.no_title"),
        ({"title": "king"}, "post.bad_title"),
        ({"ended_on": date(2020, 1, 1)}, "post.too_early"),
    ],
)
def test_a_post_that_cannot_be_is_refused(office: Office, fields: dict[str, Any], code: str) -> None:
    with pytest.raises(Refused) as refused:
        office.appoint(office.lin, **fields)
    assert (code_of(refused), Post.objects.count()) == (code, 0)


def test_a_post_is_corrected_and_withdrawn(office: Office) -> None:
    post = office.appoint(office.lin)
    revise_post(
        **office.by,
        post=post,
        title_text="党总支书记",
        started_on=date(2022, 4, 1),
        portfolio="组织",
        ended_on=None,
    )
    post.refresh_from_db()
    assert (post.started_on, post.portfolio, last_verb()) == (date(2022, 4, 1), "组织", "post.revised")
    withdraw_post(**office.by, post=post)
    assert (Post.objects.count(), last_verb()) == (0, "post.withdrawn")


def test_a_post_ends_once_and_not_before_it_began(office: Office) -> None:
    post = office.appoint(office.lin)
    with pytest.raises(Refused) as refused:
        end_post(**office.by, post=post, ended_on=date(2020, 1, 1))
    assert code_of(refused) == "post.too_early"
    post.refresh_from_db()
    end_post(**office.by, post=post, ended_on=date(2025, 1, 1))
    with pytest.raises(Refused) as refused:
        end_post(**office.by, post=post, ended_on=date(2025, 1, 1))
    assert code_of(refused) == "post.ended"


def test_a_body_gets_and_loses_members(office: Office) -> None:
    body = add_body(**office.by, organisation=office.law, name="党总支委员会", kind="party_committee")
    member = add_member(**office.by, body=body, person=office.lin, role_text="书记", order=1)
    with pytest.raises(Refused) as refused:
        add_member(**office.by, body=body, person=office.lin)
    assert code_of(refused) == "member.known"
    remove_member(**office.by, member=member)
    assert (BodyMember.objects.count(), last_verb()) == (0, "member.removed")


@pytest.mark.parametrize(
    ("name", "kind", "code"),
    [
        ("", "other", "body.bad_name"),
        ("小组", "club", "body.bad_kind"),
        ("党总支 委员会", "other", "body.known"),
    ],
)
def test_a_body_that_cannot_be_is_refused(office: Office, name: str, kind: str, code: str) -> None:
    add_body(**office.by, organisation=office.law, name="党总支委员会", kind="party_committee")
    with pytest.raises(Refused) as refused:
        add_body(**office.by, organisation=office.law, name=name, kind=kind)
    assert (code_of(refused), Body.objects.count()) == (code, 1)


def test_delegates_come_and_go(office: Office) -> None:
    delegate = add_delegate(
        **office.by, person=office.lin, kind="party_congress", level_text="学校", congress_number=2
    )
    with pytest.raises(Refused) as refused:
        add_delegate(
            **office.by, person=office.lin, kind="party_congress", level_text="学校", congress_number=2
        )
    assert code_of(refused) == "delegate.known"
    remove_delegate(**office.by, delegate=delegate)
    assert (Delegate.objects.count(), last_verb()) == (0, "delegate.removed")


@pytest.mark.parametrize(
    ("kind", "number", "code"), [("king", 1, "delegate.bad_kind"), ("cppcc", -1, "delegate.bad_number")]
)
def test_a_delegation_that_cannot_be_is_refused(office: Office, kind: str, number: int, code: str) -> None:
    with pytest.raises(Refused) as refused:
        add_delegate(**office.by, person=office.lin, kind=kind, congress_number=number)
    assert code_of(refused) == code
