import base64
import io
import re
from typing import Any

import pytest
from django_scopes import scopes_disabled
from openpyxl import load_workbook

from pingyi.accounts.models import Account
from pingyi.organisations.models import Institution, Person, RoleAssignment
from tests.doors.office.people import browser_of
from tests.factories.world import make_actor, make_institution, make_organisation, make_secretary

pytestmark = pytest.mark.django_db
Role = RoleAssignment.Role


def make_secretaries(institution: Institution, count: int) -> None:
    convenor = make_organisation(institution, "中共示例大学委员会")
    for number in range(count):
        secretary = make_secretary(make_organisation(institution, parent=convenor, order=number))
        with scopes_disabled():
            Person.objects.filter(pk=secretary.pk).update(staff_number=f"2018{number}")


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_costs_the_same_for_one_account_and_for_three(
    count: int, django_assert_num_queries: Any
) -> None:
    institution = make_institution()
    actors = [make_actor(institution, Role.CLERK) for _ in range(count)]
    client = browser_of(actors[0])
    with django_assert_num_queries(6):
        page = client.get("/office/accounts/")
    assert f"{count} / {count}个账号可以登录" in page.content.decode()


def test_the_list_shows_roles_with_organisations_and_states() -> None:
    institution = make_institution()
    clerk = make_actor(institution, Role.CLERK)
    college = make_organisation(institution, "法学院党委")
    secretary = make_actor(institution, Role.SECRETARY, organisation=college)
    Account.objects.filter(pk=secretary.account_id).update(has_temporary_password=True)
    stranger = make_actor(make_institution(), Role.CLERK)
    text = browser_of(clerk).get("/office/accounts/").content.decode()
    assert "书记　法学院党委" in text
    assert "还是临时密码" in text
    assert f"/office/accounts/{stranger.account_id}/" not in text


def test_a_new_account_shows_its_password_once_and_it_works() -> None:
    clerk = make_actor(make_institution(), Role.CLERK)
    client = browser_of(clerk)
    form = {"username": "20180412", "display_name": "林晓", "role": "counter"}
    page = client.post("/office/accounts/new/", form).content.decode()
    password = re.findall(r"[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}", page)[0]
    assert Account.objects.get(username="20180412").check_password(password)
    for address in ("/office/accounts/", "/office/events/"):
        assert password not in client.get(address).content.decode()


def test_a_refused_account_keeps_what_was_typed() -> None:
    client = browser_of(make_actor(make_institution(), Role.CLERK))
    form = {"username": "20180412", "display_name": "林晓", "role": "secretary"}
    page = client.post("/office/accounts/new/", form)
    text = page.content.decode()
    assert page.status_code == 422
    assert 'value="20180412"' in text
    assert 'value="secretary" required checked' in text
    assert "要写明是哪个单位" in text


def test_the_sheet_of_all_secretaries_is_also_a_workbook_with_the_same_passwords() -> None:
    institution = make_institution()
    make_secretaries(institution, 3)
    page = browser_of(make_actor(institution, Role.CLERK)).post("/office/accounts/secretaries/")
    text = page.content.decode()
    on_page = set(re.findall(r"[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}", re.sub(r"base64,[^\"]*", "", text)))
    encoded = re.findall(r"base64,([^\"]*)", text)[0]
    book = load_workbook(io.BytesIO(base64.b64decode(encoded)))
    in_book = {str(cell.value) for row in book.worksheets[0].iter_rows() for cell in row}
    assert len(on_page) == 3
    assert on_page <= in_book


def test_opening_them_again_says_that_there_is_nothing_to_open() -> None:
    institution = make_institution()
    make_secretaries(institution, 1)
    client = browser_of(make_actor(institution, Role.CLERK))
    client.post("/office/accounts/secretaries/")
    assert "没有要新开的账号" in client.post("/office/accounts/secretaries/").content.decode()


def test_roles_are_added_and_removed_from_the_page_of_an_account() -> None:
    institution = make_institution()
    clerk, other = make_actor(institution, Role.CLERK), make_actor(institution, Role.LEADER)
    client, address = browser_of(clerk), f"/office/accounts/{other.account_id}/"
    page = client.post(f"{address}roles/", {"role": "counter"}, follow=True).content.decode()
    assert "现在是计票人" in page
    with scopes_disabled():
        leader = RoleAssignment.objects.get(account=other.account_id, role="leader")
    client.post(f"{address}roles/remove/", {"assignment": leader.pk})
    page = client.get(address).content.decode()
    assert f'value="{leader.pk}"' not in page


def test_what_is_refused_on_the_page_of_an_account_is_said_there() -> None:
    clerk = make_actor(make_institution(), Role.CLERK)
    client, address = browser_of(clerk), f"/office/accounts/{clerk.account_id}/"
    with scopes_disabled():
        own = RoleAssignment.objects.get(account=clerk.account_id)
    for path, form, words in (
        ("roles/remove/", {"assignment": own.pk}, "不能去掉自己的经办人角色"),
        ("roles/", {"role": "secretary"}, "要写明是哪个单位"),
        ("state/", {"state": "inactive"}, "不能停用自己的账号"),
    ):
        page = client.post(f"{address}{path}", form)
        assert page.status_code == 409
        assert words in page.content.decode()


def test_a_password_is_reset_and_an_account_closed_and_opened() -> None:
    institution = make_institution()
    clerk, other = make_actor(institution, Role.CLERK), make_actor(institution, Role.LEADER)
    client, address = browser_of(clerk), f"/office/accounts/{other.account_id}/"
    text = client.post(f"{address}password/").content.decode()
    password = re.findall(r"[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}", text)[0]
    assert Account.objects.get(pk=other.account_id).check_password(password)
    assert (
        "不能再登录" in client.post(f"{address}state/", {"state": "inactive"}, follow=True).content.decode()
    )
    assert "可以登录了" in client.post(f"{address}state/", {"state": "active"}, follow=True).content.decode()


@pytest.mark.parametrize("role", [Role.LEADER, Role.SCRUTINEER, Role.COUNTER, Role.SECRETARY])
def test_others_than_clerks_see_and_change_no_account(role: str) -> None:
    institution = make_institution()
    actor = make_actor(institution, role, organisation=make_organisation(institution))
    client, own = browser_of(actor), f"/office/accounts/{actor.account_id}/"
    for address in ("/office/accounts/", "/office/accounts/new/", own, "/office/events/"):
        assert client.get(address).status_code == 403, address
    for address in ("/office/accounts/new/", "/office/accounts/secretaries/", f"{own}password/"):
        assert client.post(address).status_code == 403, address
    for address in (f"{own}roles/", f"{own}state/"):
        client.post(address, {"role": "clerk", "state": "active"})
    with scopes_disabled():
        assert not RoleAssignment.objects.filter(account=actor.account_id, role="clerk").exists()
