"""Every kind of page in real Chromium as people meet it who see little, use no mouse, or have a page read to them."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, ViewportSize

from tests.browser.houses import every_page
from tests.browser.houses.standing import House, Houses
from tests.browser.people import DESKTOP, HALL, PHONE
from tests.browser.walk.axe import faults_of, sideways
from tests.browser.walk.pages import AT_ANOTHER_ADDRESS, BEHIND_A_FORM, FRAMES, OPENED
from tests.security.addresses import office_address, office_patterns

TEMPLATES = Path(__file__).parents[2] / "pingyi/doors/office/templates/office"

# With a damaged place, and units of which none is registered.
OLD_NEWS = (
    "1月20日，学校党委召开2023年度基层党组织书记述职评议会。党委书记沈明主持会议并逐一点评。"
    "护理学院党委、文学院党总支等2个党组织的书记作了现场述职，推動?xùn)|北振兴。"
)


@pytest.fixture
def house(houses: Houses) -> House:
    return houses.one(every_page)


def signed_in(browser: Browser, house: House, who: str) -> BrowserContext:
    """A browser in which this person has signed in already."""
    context = browser.new_context(viewport=DESKTOP, locale="zh-CN", reduced_motion="reduce")
    context.set_default_timeout(20_000)
    if who:
        house.sign_in(context, who)
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
    assert own - opened - AT_ANOTHER_ADDRESS - BEHIND_A_FORM - FRAMES == set()


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


def test_pages_behind_a_form_have_no_fault(chromium: Browser, house: House) -> None:
    """The passwords that stand there once; an old text from handing it in to what was read out of it."""
    context = signed_in(chromium, house, "decided clerk")
    page, office = context.new_page(), house.office
    found: dict[str, list[str]] = {}

    def look(step: str) -> None:
        found[step] = faults_of(page, DESKTOP) + sideways(page)
        page.set_viewport_size(DESKTOP)

    page.goto(f"{office}accounts/new/")
    page.fill("#username", "20260717")
    page.fill("#display_name", "沈知行")
    page.check("input[name=role][value=counter]")
    page.click("main .main-act")
    look("the passwords")
    page.goto(f"{office}past/new/")
    page.fill("#text", OLD_NEWS)
    page.click("main .main-act")
    look("the damaged place")
    page.check("input[name=damage-0][value=keep]")
    page.click("main .main-act")
    look("what was read")
    context.close()
    assert {step: faults for step, faults in found.items() if faults} == {}


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
    page, code = context.new_page(), house.numbers["voting"]["codes"][0]
    ballot = f"{house.server.address}/ballot/{house.numbers['voting']['ballot']}/"
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
    arrive(code)
    look("wait")
    page.unroute("**/look*")
    arrive(code)
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
    # The answer is held back, then lost, and so is each that the page sends anew, until the net is there again.
    held: list[Route] = []

    def lose(route: Route) -> None:
        if held:
            route.abort()
        held.append(route)

    page.route("**/cast*", lose)
    page.click("#send")
    look("sending")
    held[0].abort()
    look("net")
    page.unroute("**/cast*")
    look("done")
    arrive(code)
    look("stop")
    context.close()
    assert {state: faults for state, faults in found.items() if faults} == {}
