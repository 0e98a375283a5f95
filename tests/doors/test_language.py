"""English for whoever asks for it, and nothing but Chinese for everybody else and for everything that is kept."""

import re

import pytest
from django.test import Client

from pingyi.organisations.actor import Actor
from tests.doors.office.people import browser_of
from tests.factories.reports import make_report_world
from tests.factories.world import make_actor, make_cycle, make_institution

HAN = re.compile("[\u4e00-\u9fff]")


def chinese_of(html: str) -> set[str]:
    """Chinese words in what a reader sees of the page; the button of the other language is Chinese on purpose."""
    body = re.sub(
        r"<(script|style)\b.*?</\1>|<[^>]*\blang=\"zh-Hans\"[^>]*>[^<]*<|<[^>]+>", " ", html, flags=re.DOTALL
    )
    return set(re.findall("[\u4e00-\u9fff]+", body))


@pytest.mark.django_db
def test_the_sign_in_page_speaks_english_after_one_press_and_chinese_after_another() -> None:
    client = Client()
    assert "登录" in client.get("/office/sign-in/").content.decode()
    client.post("/office/account/language/", {"language": "en", "next": "/office/sign-in/"})
    page = client.get("/office/sign-in/").content.decode()
    assert '<html lang="en"' in page
    assert "Staff number" in page
    assert chinese_of(page) == set()
    client.post("/office/account/language/", {"language": "zh-hans", "next": "/office/sign-in/"})
    assert "工号" in client.get("/office/sign-in/").content.decode()


@pytest.mark.django_db
def test_an_unknown_language_is_chinese_and_leads_nowhere_else() -> None:
    client = Client()
    answer = client.post("/office/account/language/", {"language": "xx", "next": "https://example.org/"})
    assert answer["Location"] == "/office/"
    assert "工号" in client.get("/office/sign-in/").content.decode()


@pytest.mark.django_db
def test_a_page_without_cookie_takes_its_language_from_the_address() -> None:
    client = Client()
    page = client.get("/ballot/?lang=en")
    assert "Please scan the code on your slip" in page.content.decode()
    assert chinese_of(page.content.decode()) == set()
    assert not page.cookies
    assert "请扫票条上的二维码" in client.get("/ballot/").content.decode()


def main_of(html: str) -> str:
    return html[html.index("<main") : html.index("</main>")]


def reading_english(actor: Actor) -> Client:
    browser = browser_of(actor)
    browser.post("/office/account/language/", {"language": "en", "next": "/office/account/"})
    return browser


@pytest.mark.django_db
def test_on_a_phone_the_language_is_switched_on_the_page_of_the_account() -> None:
    browser = browser_of(make_actor(make_institution(), "clerk"))
    page = main_of(browser.get("/office/account/").content.decode())
    assert 'name="language" value="en"' in page
    browser.post("/office/account/language/", {"language": "en", "next": "/office/account/"})
    page = main_of(browser.get("/office/account/").content.decode())
    assert 'name="language" value="zh-hans"' in page
    assert "My account" in page


@pytest.mark.django_db
def test_the_next_step_of_a_plan_with_gaps_is_said_in_english() -> None:
    institution = make_institution()
    cycle = make_cycle(institution)
    page = main_of(
        reading_english(make_actor(institution, "clerk")).get(f"/office/cycles/{cycle.pk}/").content.decode()
    )
    bar = page[page.index('class="next"') :].split("</section>")[0]
    assert chinese_of(bar) == set()


@pytest.mark.django_db
def test_where_an_outline_was_seen_and_what_a_sheet_is_for_are_said_in_english() -> None:
    institution = make_institution()
    clerk = reading_english(make_actor(institution, "clerk"))
    cycle = make_cycle(institution)
    outlines = clerk.get(f"/office/cycles/{cycle.pk}/reports/outlines/").content.decode()
    assert "Seen a few times: departments of several universities" in outlines
    sheets = clerk.get("/office/organisations/import/").content.decode()
    assert "Who holds which post in which organisation" in sheets
    fonts = clerk.get("/office/fonts/").content.decode()
    assert "Source Han Serif Bold" in fonts


@pytest.mark.django_db
def test_the_number_of_a_draft_is_said_in_english_in_the_list_of_versions() -> None:
    world = make_report_world()
    report = world.hand_in()
    page = reading_english(world.secretary()).get(f"/office/reports/{report.pk}/versions/").content.decode()
    assert "draft 1" in page.lower()
    assert "第1稿" not in page
