"""Every kind of page in real Chromium as people meet it who see little, use no mouse, or have a page read to them."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, ViewportSize

from tests.browser.walk.axe import DESKTOP, HALL, PHONE, faults_of, sideways
from tests.browser.walk.house import House
from tests.browser.walk.pages import AT_ANOTHER_ADDRESS, FRAMES, MIDDLE, OPENED
from tests.security.addresses import office_address, office_patterns

TEMPLATES = Path(__file__).parents[2] / "pingyi/doors/office/templates/office"


def signed_in(browser: Browser, house: House, who: str) -> BrowserContext:
    """A browser in which this person has signed in already."""
    context = browser.new_context(viewport=DESKTOP, locale="zh-CN", reduced_motion="reduce")
    context.set_default_timeout(20_000)
    if who:
        signed = house.sessions[who]
        context.add_cookies(
            [{"name": "pingyi-office", "value": signed, "domain": "127.0.0.1", "path": "/office/"}]
        )
    return context


def examined(page: Page, address: str, *sizes: ViewportSize) -> list[str]:
    answer = page.goto(address, wait_until="load")
    assert answer, address
    assert answer.ok, address
    page.set_viewport_size(DESKTOP)
    return faults_of(page, *sizes) + sideways(page)


def test_every_page_with_a_template_of_its_own_is_opened() -> None:
    opened = {name for names in OPENED.values() for name in names}
    own = {file.stem for file in TEMPLATES.glob("[!_]*.html")}
    assert opened <= set(office_patterns())
    assert own - opened - AT_ANOTHER_ADDRESS - MIDDLE - FRAMES == set()


@pytest.mark.parametrize("who", OPENED)
def test_the_office_has_no_fault(chromium: Browser, house: House, who: str) -> None:
    """At the width at which this person works; `test --long` looks at the other one."""
    usual = PHONE if who.endswith(("secretary", "leader")) else DESKTOP
    assert faults_in_the_office(chromium, house, who, usual) == {}


@pytest.mark.long
@pytest.mark.parametrize("who", OPENED)
def test_the_office_has_no_fault_at_the_other_width(chromium: Browser, house: House, who: str) -> None:
    other = DESKTOP if who.endswith(("secretary", "leader")) else PHONE
    assert faults_in_the_office(chromium, house, who, other) == {}


def faults_in_the_office(
    chromium: Browser, house: House, who: str, size: ViewportSize
) -> dict[str, list[str]]:
    context = signed_in(chromium, house, who)
    page, numbers = context.new_page(), house.numbers[who.partition(" ")[0]]
    found = {
        name: examined(page, house.server.address + office_address(name, numbers), size)
        for name in OPENED[who]
    }
    context.close()
    return {name: faults for name, faults in found.items() if faults}


def test_pages_without_a_sign_in_have_no_fault(chromium: Browser, house: House) -> None:
    context = signed_in(chromium, house, "")
    page, read = context.new_page(), f"/read/{house.numbers['written']['reading']}/"
    addresses = ["/office/sign-in/", read, f"{read}1/", f"{read}1/brief/", f"{read}2/brief/", "/ballot/"]
    found = {address: examined(page, house.server.address + address, DESKTOP, PHONE) for address in addresses}
    page.goto(f"{house.server.address}/office/sign-in/")
    assert not page.locator("#drafts-left").is_visible()
    for screen in (
        f"/hall/{house.numbers['decided']['hall']}/",
        f"/hall/lot/{house.numbers['planned']['lots']}/",
    ):
        page.goto(house.server.address + screen)
        found[screen] = faults_of(page, HALL)
    context.close()
    assert {address: faults for address, faults in found.items() if faults} == {}


def test_every_state_of_the_ballot_has_no_fault(chromium: Browser, house: House) -> None:
    context = signed_in(chromium, house, "")
    page, ballot = context.new_page(), f"{house.server.address}/ballot/{house.numbers['voting']['ballot']}/"
    found: dict[str, list[str]] = {}

    def look(state: str) -> None:
        page.wait_for_selector(f"[data-s={state}]:visible")
        found.setdefault(state, []).extend(faults_of(page, PHONE, DESKTOP) + sideways(page))

    def arrive(code: str = "") -> None:
        page.goto("about:blank")
        page.goto(f"{ballot}#{code}" if code else ballot)

    arrive()
    look("code")
    page.route("**/look*", lambda route: route.abort())
    arrive(house.codes[0])
    look("wait")
    page.unroute("**/look*")
    arrive(house.codes[0])
    look("start")
    page.click("#begin")
    look("vote")
    page.click("[data-s=vote] [data-go=list]")
    look("list")
    page.click("[data-s=list] [data-go=vote]")
    page.evaluate(
        "document.querySelectorAll('#q fieldset').forEach(one => one.querySelector('input').checked = true)"
    )
    page.click("[data-s=vote] [data-go=list]")
    look("list")
    page.click("#fill")
    look("sure")
    # The answer is held back, then lost: the page tries again by itself.
    held: list[Route] = []
    page.route("**/cast*", lambda route: held.append(route))  # noqa: PLW0108 (a bound method of a list takes no mark)
    page.click("#send")
    look("sending")
    held[0].abort()
    look("net")
    page.unroute("**/cast*")
    for route in held[1:]:
        route.continue_()
    look("done")
    arrive(house.codes[0])
    look("stop")
    context.close()
    assert {state: faults for state, faults in found.items() if faults} == {}
