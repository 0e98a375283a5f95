"""What somebody who is here for the first time is told, and where it can be found again."""

import re

import pytest

from pingyi.organisations.models import RoleAssignment
from tests.doors.office.people import browser_of
from tests.factories.world import make_actor, make_cycle, make_institution, make_meeting, make_organisation

pytestmark = pytest.mark.django_db
Role = RoleAssignment.Role


def main_of(text: str) -> str:
    return text[text.index('<main class="main') : text.index("</main>")]


def test_a_new_installation_says_who_does_what_and_what_is_safe_to_try() -> None:
    institution = make_institution()
    for role in (Role.CLERK, Role.LEADER):
        text = main_of(browser_of(make_actor(institution, role)).get("/office/").content.decode())
        assert "头一个小时，谁办什么" in text
        assert "可以放心试的" in text
        assert 'href="/office/guide/ballot/"' in text


def test_with_the_first_cycle_the_guide_leaves_the_front_page_and_stays_in_the_menu() -> None:
    institution = make_institution()
    clerk = browser_of(make_actor(institution, Role.CLERK))
    make_cycle(institution)
    overview = clerk.get("/office/", follow=True).content.decode()
    assert "头一个小时" not in overview
    assert '<a href="/office/guide/">' in overview
    guide = main_of(clerk.get("/office/guide/").content.decode())
    assert "已有1轮" in guide
    assert "头一个小时" in guide


@pytest.mark.parametrize("role", Role.values)
def test_each_role_comes_first_in_its_own_guide_and_every_link_opens(role: str) -> None:
    institution = make_institution()
    make_meeting(make_cycle(institution))
    client = browser_of(make_actor(institution, role, organisation=make_organisation(institution)))
    text = main_of(client.get("/office/guide/").content.decode())
    rows = text[text.index("<tbody>") : text.index("</tbody>")].split("</tr>")
    assert "您" in rows[0]
    assert not [row for row in rows[1:] if "您" in row]
    links = set(re.findall(r'href="(/[^"]+)"', text))
    assert links
    assert {link for link in links if client.get(link).status_code not in {200, 302}} == set()


def test_a_chapter_shows_its_tables_and_leads_to_other_chapters() -> None:
    client = browser_of(make_actor(make_institution(), Role.COUNTER))
    text = main_of(client.get("/office/guide/deciding/").content.decode())
    assert '<h1 lang="zh-Hans">定等次和反馈</h1>' in text
    assert '<a href="/office/guide/counting/">怎样用手核对一次计票</a>' in text
    assert '<th scope="col">' in text


def test_a_chapter_that_does_not_exist_leads_back_to_the_guide() -> None:
    page = browser_of(make_actor(make_institution(), Role.CLERK)).get("/office/guide/running/")
    assert page.status_code == 404
    assert "第一次用" in page.content.decode()
