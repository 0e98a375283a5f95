"""The office without a mouse, in real Chromium."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.houses import every_page
from tests.browser.houses.standing import House, Houses
from tests.browser.test_accessibility import signed_in
from tests.browser.walk.keys import tabbed_through
from tests.security.addresses import office_address

# Pages with many kinds of controls: fields, choices, tables, menus, folded parts, a report being written.
THROUGH = {
    "planned clerk": ("cycle-plan", "reporter-list", "class-show", "setting-list"),
    "written secretary": ("report-show",),
    "decided leader": ("result-list", "result-show"),
    "voting counter": ("voting-enter",),
}


@pytest.fixture
def house(houses: Houses) -> House:
    return houses.one(every_page)


def opened(browser: Browser, house: House, who: str, name: str) -> Page:
    page = signed_in(browser, house, who).new_page()
    page.goto(house.server.address + office_address(name, house.numbers[who.partition(" ")[0]]))
    return page


@pytest.mark.parametrize(("who", "name"), [(who, name) for who, names in THROUGH.items() for name in names])
def test_tab_reaches_everything_with_a_visible_ring_and_comes_out_again(
    chromium: Browser, house: House, who: str, name: str
) -> None:
    page = opened(chromium, house, who, name)
    assert tabbed_through(page) == []
    page.context.close()


def test_the_first_tab_leads_past_the_navigation(chromium: Browser, house: House) -> None:
    page = opened(chromium, house, "planned clerk", "cycle-plan")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    expect(page.locator(".skip")).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.getElementById('main').contains(document.activeElement)")
    page.context.close()


def test_the_order_of_speaking_is_changed_with_the_arrows(chromium: Browser, house: House) -> None:
    page = opened(chromium, house, "planned clerk", "reporter-list")
    names = page.locator(".speaking li[data-id] .who")
    before = names.all_inner_texts()
    down = page.locator(".speaking li[data-id]").first.get_by_role("button", name="下移")
    down.focus()
    with page.expect_event("load"):
        page.keyboard.press("Enter")
    assert names.all_inner_texts() == [before[1], before[0]]
    page.context.close()


def test_the_menu_of_the_reviews_opens_and_leads_on(chromium: Browser, house: House) -> None:
    page = opened(chromium, house, "written clerk", "home-overview")
    page.locator("summary.cycle").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".menu ul")).to_be_visible()
    page.keyboard.press("Tab")
    wanted = page.locator(".menu ul a").first
    expect(wanted).to_be_focused()
    address = wanted.get_attribute("href")
    with page.expect_event("load"):
        page.keyboard.press("Enter")
    assert page.url.endswith(str(address))
    page.context.close()
