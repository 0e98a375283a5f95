"""What each role sees on the left."""

import re

import pytest

from pingyi.doors.office.navigation import navigation_for
from pingyi.organisations.models import RoleAssignment
from tests.doors.office.people import browser_of
from tests.factories.world import (
    make_actor,
    make_cycle,
    make_institution,
    make_meeting,
    make_organisation,
)

pytestmark = pytest.mark.django_db
Role = RoleAssignment.Role


def links_on(text: str) -> list[str]:
    nav = text[text.index('<nav class="nav"') : text.index("</nav>", text.index('<nav class="nav"'))]
    return re.findall(r'href="([^"]+)"', nav)


@pytest.mark.parametrize("role", Role.values)
def test_nobody_is_shown_a_door_that_is_shut_to_the_role(role: str) -> None:
    institution = make_institution()
    cycle = make_cycle(institution)
    make_meeting(cycle)
    actor = make_actor(institution, role, organisation=make_organisation(institution))
    client = browser_of(actor)
    links = links_on(client.get("/office/account/").content.decode())
    answers = {link: client.get(link).status_code for link in links}
    assert {link: status for link, status in answers.items() if status not in {200, 302}} == {}


def test_only_clerks_see_accounts_and_the_log() -> None:
    institution = make_institution()
    make_cycle(institution)
    for role in Role.values:
        actor = make_actor(institution, role, organisation=make_organisation(institution))
        links = links_on(browser_of(actor).get("/office/account/").content.decode())
        assert ("/office/accounts/" in links) is (role == Role.CLERK)
        assert ("/office/events/" in links) is (role == Role.CLERK)


def test_the_page_one_is_on_is_marked_once() -> None:
    institution = make_institution()
    cycle = make_cycle(institution)
    client = browser_of(make_actor(institution, Role.CLERK))
    for address in (f"/office/cycles/{cycle.pk}/", "/office/accounts/", "/office/accounts/new/"):
        nav = client.get(address).content.decode().split("</nav>")[1]
        assert nav.count("aria-current") == 1, address


def test_somebody_with_two_roles_sees_one_entry_marked() -> None:
    institution = make_institution()
    cycle = make_cycle(institution)
    make_meeting(cycle)
    client = browser_of(make_actor(institution, Role.CLERK, Role.SCRUTINEER))
    nav = client.get(f"/office/cycles/{cycle.pk}/reporters/lots/", follow=True).content.decode()
    nav = nav.split('<nav class="nav"')[1].split("</nav>")[0]
    assert nav.count("aria-current") == 1


def test_without_a_cycle_there_are_no_links_into_one() -> None:
    institution = make_institution()
    actor = make_actor(institution, Role.CLERK)
    groups = navigation_for(actor, here="/office/", cycle_id=None, meetings=[])
    paths = [entry.path for group in groups for entry in group.entries]
    assert not [path for path in paths if "/cycles/" in path or "/meetings/" in path]


def test_two_meetings_have_a_group_each_with_their_names() -> None:
    institution = make_institution()
    actor = make_actor(institution, Role.CLERK, Role.SCRUTINEER)
    meetings = [(1, "第一场"), (2, "第二场")]
    names = [group.name for group in navigation_for(actor, here="/", cycle_id=1, meetings=meetings)]
    during = [name for name in names if name.startswith("述中")]
    assert during in ([], ["述中　第一场", "述中　第二场"])


def test_the_cycle_in_view_is_the_one_of_the_address_and_others_can_be_chosen() -> None:
    institution = make_institution()
    convenor = make_organisation(institution, "中共示例大学委员会")
    old = make_cycle(institution, convenor, year=2024, name="2024年度述职评议")
    make_cycle(institution, convenor, year=2025)
    text = browser_of(make_actor(institution, Role.CLERK)).get(f"/office/cycles/{old.pk}/").content.decode()
    summary = re.findall(r"<summary[^>]*>(.*?)<svg", text)[0]
    assert summary.strip() == "2024年度述职评议"
    assert "2025年度述职评议" in text


@pytest.mark.parametrize("role", Role.values)
def test_the_name_of_the_cycle_leads_to_a_page_that_is_open_to_the_role(role: str) -> None:
    institution = make_institution()
    make_cycle(institution, year=2024)
    client = browser_of(make_actor(institution, role, organisation=make_organisation(institution)))
    for _ in range(2):  # with one cycle a link, with two a choice
        header = client.get("/office/account/").content.decode().split("</header>")[0]
        links = re.findall(r'href="(/office/(?:cycles|mine|examine)/[^"]*)"', header)
        assert links
        assert [client.get(link).status_code for link in links] == [200] * len(links)
        make_cycle(institution, year=2025)


def test_the_institution_is_named_and_demonstrations_say_so() -> None:
    real, demo = make_institution(), make_institution(is_demonstration=True)
    for institution, says in ((real, False), (demo, True)):
        text = browser_of(make_actor(institution, Role.CLERK)).get("/office/account/").content.decode()
        assert institution.name in text
        assert ("单位和人名均为虚构" in text) is says
