"""Who sees and does what on the pages of the register."""

import pytest
from django_scopes import scopes_disabled

from pingyi.organisations.models import Organisation
from tests.doors.office.organisations.campus import LIST, PEOPLE, Campus
from tests.factories.world import make_organisation, make_person

pytestmark = pytest.mark.django_db


def test_a_leader_reads_everything_and_writes_nothing() -> None:
    campus = Campus()
    leader = campus.browser("leader")
    here = f"{LIST}{campus.college.pk}/"
    assert "林晓0" in campus.show(here, leader)
    assert "<form" not in campus.show(here, leader).split("<main")[1]
    assert leader.post(f"{here}rename/", {"name": "新"}).status_code == 403
    assert leader.get(f"{LIST}export/").status_code == 200
    campus.college.refresh_from_db()
    assert campus.college.name == "第0学院党委"


def test_a_secretary_reads_her_own_organisation_and_what_is_below() -> None:
    campus = Campus(2)
    branch = make_organisation(campus.institution, "第一党支部", parent=campus.college, kind="branch")
    secretary = campus.browser("secretary", campus.college)
    text = campus.show(LIST, secretary)
    assert ("第0学院党委" in text, "第一党支部" in text, "第1学院党委" in text) == (True, True, False)
    pages = [campus.college, branch, campus.colleges[1], campus.root]
    assert [secretary.get(f"{LIST}{one.pk}/").status_code for one in pages] == [200, 200, 403, 403]
    people = [f"{PEOPLE}{person.pk}/" for person in campus.secretaries]
    assert [secretary.get(address).status_code for address in [*people, PEOPLE]] == [200, 403, 403]


@pytest.mark.parametrize("role", ["counter", "scrutineer"])
def test_those_who_count_see_names_and_nothing_more(role: str) -> None:
    campus = Campus()
    make_person(campus.institution, "周宁", staff_number="0031")
    browser = campus.browser(role)
    text = campus.show(LIST, browser)
    assert ("第0学院党委" in text, "林晓0" in text, f"{LIST}{campus.college.pk}/" in text) == (
        True,
        False,
        False,
    )
    text = campus.show(PEOPLE, browser)
    assert ("周宁" in text, "0031" in text) == (True, False)
    closed = [
        f"{LIST}{campus.college.pk}/",
        f"{PEOPLE}{campus.secretaries[0].pk}/",
        f"{LIST}export/",
        f"{LIST}import/",
    ]
    assert [browser.get(address).status_code for address in closed] == [403] * 4


WRITES = [
    "new/",
    "{id}/edit/",
    "{id}/rename/",
    "{id}/move/",
    "{id}/dissolve/",
    "{id}/aliases/",
    "{id}/posts/",
    "{id}/bodies/",
]


@pytest.mark.parametrize("role", ["leader", "secretary", "counter", "scrutineer"])
@pytest.mark.parametrize("write", WRITES)
def test_only_clerks_write(role: str, write: str) -> None:
    campus = Campus()
    browser = campus.browser(role, campus.college if role == "secretary" else None)
    fields = {"name": "新", "kind": "committee", "unit_kind": "other", "parent": "", "on": "2025-01-01"}
    answer = browser.post(f"{LIST}{write.format(id=campus.college.pk)}", fields)
    with scopes_disabled():
        assert (answer.status_code, Organisation.objects.filter(name="新").count()) == (403, 0)


def test_organisations_of_another_institution_do_not_exist_here() -> None:
    campus, other = Campus(), Campus()
    assert other.clerk.get(f"{LIST}{campus.college.pk}/").status_code == 404
    assert other.clerk.get(f"{PEOPLE}{campus.secretaries[0].pk}/").status_code == 404
    assert other.clerk.post(f"{LIST}{campus.college.pk}/rename/", {"name": "新"}).status_code == 404
