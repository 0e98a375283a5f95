"""The ballot page in real Chromium, against a real server: what it sends, what it keeps, how it looks large."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.houses import open_ballot
from tests.browser.houses.open_ballot import SECRETARIES
from tests.browser.houses.standing import House, Houses
from tests.browser.people import PHONE
from tests.browser.watching import answers_to, fits, requests_of
from tests.chaos.boxes import sums, words_in_boxes
from tests.halls import ON_SQLITE

# Milliseconds: how long a choice is shown before the page moves on, and for how long it counts as a finger's.
MOVES_ON_AFTER, NO_FINGER_AFTER = 400, 900


@pytest.fixture
def hall(houses: Houses) -> House:
    return houses.one(open_ballot)


@pytest.fixture
def phone(chromium: Browser) -> Iterator[BrowserContext]:
    context = chromium.new_context(viewport=PHONE, has_touch=True, is_mobile=True, locale="zh-CN")
    context.set_default_timeout(10_000)
    yield context
    context.close()


def address(hall: House, number: int | None = None) -> str:
    code = "" if number is None else f"#{hall.numbers['codes'][number]}"
    return f"{hall.server.address}/ballot/{hall.numbers['ballot']}/{code}"


def tap_through(page: Page) -> None:
    """All secretaries; after each the page moves on by itself, a moment later."""
    page.tap("[data-s=start] .btn.go")
    for number in range(SECRETARIES):
        page.wait_for_function(
            "n => document.getElementById('n').textContent.startsWith(n + ' /')", arg=number + 1
        )
        page.tap(f"fieldset.on label:nth-of-type({1 + number % 4})")
        page.clock.fast_forward(MOVES_ON_AFTER)
    page.wait_for_selector("#all:visible")


def choose_all(page: Page, *, but: int | None = None) -> None:
    """The same without the pauses."""
    page.tap("[data-s=start] .btn.go")
    choose = "(f, n) => { if (n !== but) { f.querySelectorAll('input')[n % 4].checked = true; } }"
    page.evaluate(f"but => document.querySelectorAll('#q fieldset').forEach({choose})", but)
    page.tap("[data-s=vote] [data-go=list]")
    page.wait_for_selector("#all:visible")


def send(page: Page) -> str:
    page.tap("#fill")
    page.tap("#send")
    page.wait_for_selector("#word:visible")
    return page.inner_text("#word").replace(" ", "")


def test_a_voter_taps_through_and_her_ballot_is_in_the_box(hall: House, phone: BrowserContext) -> None:
    before = sums(hall.server.folder, ON_SQLITE)
    page = phone.new_page()
    page.clock.install()
    page.goto(address(hall, 0))
    tap_through(page)
    word = send(page)
    assert word in words_in_boxes(hall.server.folder, ON_SQLITE)
    assert sum((sums(hall.server.folder, ON_SQLITE) - before).values()) == SECRETARIES


def test_no_request_of_the_ballot_carries_a_cookie_even_in_a_browser_of_the_office(
    hall: House, phone: BrowserContext
) -> None:
    page = phone.new_page()
    page.goto(f"{hall.server.address}/office/sign-in/")
    assert phone.cookies(f"{hall.server.address}/office/")  # there are cookies that could have come along
    page = phone.new_page()
    sent = requests_of(page)
    page.goto(address(hall, 1))
    choose_all(page)
    send(page)
    assert {request.method for request in sent} == {"GET", "POST"}
    for request in sent:
        headers = request.all_headers()
        assert "cookie" not in headers
        assert not headers.get("referer")
        assert "set-cookie" not in (request.response().all_headers() if request.response() else {})  # type: ignore[union-attr]
    assert phone.cookies(f"{hall.server.address}/ballot/") == []


def test_the_code_never_leaves_the_fragment_except_in_the_body(hall: House, phone: BrowserContext) -> None:
    page = phone.new_page()
    sent = requests_of(page)
    page.goto(address(hall, 2))
    page.wait_for_selector("#class:visible")
    for request in sent:
        assert hall.numbers["codes"][2] not in request.url.split("#")[0]
        assert hall.numbers["codes"][2] not in str(request.all_headers())


def test_the_page_with_all_that_it_loads_stays_below_100_kb(hall: House, phone: BrowserContext) -> None:
    page = phone.new_page()
    answers = answers_to(page)
    page.goto(address(hall, 3))
    page.wait_for_selector("#class:visible")
    assert 0 < sum(len(answer.body()) for answer in answers) < 100 * 1024


def test_a_gap_is_shown_and_filled_before_anything_can_be_sent(hall: House, phone: BrowserContext) -> None:
    page = phone.new_page()
    page.goto(address(hall, 4))
    choose_all(page, but=11)
    assert "还有 1 位没选" in page.inner_text("#gaps")
    page.tap("#fill")
    assert page.inner_text("#n") == "12 / 34"
    assert page.locator("fieldset.on input:checked").count() == 0
    page.tap("fieldset.on label:nth-of-type(4)")
    page.wait_for_function("() => document.getElementById('n').textContent.startsWith('13')")
    page.tap("[data-s=vote] [data-go=list]")
    assert page.inner_text("#fill") == "都选好了，去投票"


def test_without_network_the_ballot_waits_and_is_sent_once(hall: House, phone: BrowserContext) -> None:
    before = sums(hall.server.folder, ON_SQLITE)
    page = phone.new_page()
    page.goto(address(hall, 5))
    choose_all(page)
    page.tap("#fill")
    phone.set_offline(True)
    page.tap("#send")
    page.wait_for_selector("#tries:visible")
    phone.set_offline(False)
    page.tap("#retry")
    page.wait_for_selector("#word:visible")
    assert sum((sums(hall.server.folder, ON_SQLITE) - before).values()) == SECRETARIES


def test_an_answer_that_was_lost_is_fetched_again_after_a_reload(hall: House, phone: BrowserContext) -> None:
    before = sums(hall.server.folder, ON_SQLITE)
    page = phone.new_page()
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto(address(hall, 6))
    choose_all(page)
    page.tap("#fill")
    # The ballot arrives, its answer does not.
    page.route("**/cast", lambda route: (route.fetch(), route.abort())[0])
    page.tap("#send")
    page.wait_for_selector("#tries:visible")
    page.unroute("**/cast")
    page.reload()
    page.wait_for_selector("#word:visible")
    word = page.inner_text("#word").replace(" ", "")
    assert words_in_boxes(hall.server.folder, ON_SQLITE)[word] == 1
    assert sum((sums(hall.server.folder, ON_SQLITE) - before).values()) == SECRETARIES


def test_after_the_receipt_nothing_of_the_ballot_stays_in_the_phone(
    hall: House, phone: BrowserContext
) -> None:
    page = phone.new_page()
    page.goto(address(hall, 7))
    choose_all(page)
    send(page)
    assert page.evaluate("JSON.stringify([sessionStorage, localStorage, document.cookie])") == '[{},{},""]'
    assert page.locator("fieldset input:checked").count() == 0
    assert hall.numbers["codes"][7] not in page.url
    page.reload()
    page.wait_for_selector("#code:visible")


def test_a_second_scan_of_a_used_slip_says_so(hall: House, phone: BrowserContext) -> None:
    page = phone.new_page()
    page.goto(address(hall, 30))
    choose_all(page)
    send(page)
    page = phone.new_page()
    page.goto(address(hall, 30))
    page.wait_for_selector("#stop-head:visible")
    assert page.inner_text("#stop-head") == "这张票条投过了"
    assert page.locator("#word:visible").count() == 0


def test_a_mistyped_code_can_be_typed_again(hall: House, phone: BrowserContext) -> None:
    page = phone.new_page()
    page.goto(address(hall))
    page.fill("#code", "0000 0000 00")
    page.tap("[data-s=code] .btn")
    page.wait_for_selector("#code-err:visible")
    code = hall.numbers["codes"][8]
    page.fill("#code", f"{code[:4]} {code[4:8]} {code[8:]}".lower())
    page.tap("[data-s=code] .btn")
    page.wait_for_selector("#class:visible")


def test_arrow_keys_choose_without_running_on(hall: House, phone: BrowserContext) -> None:
    page = phone.new_page()
    page.clock.install()
    page.goto(address(hall, 9))
    page.tap("[data-s=start] .btn.go")
    page.locator("fieldset.on input").first.focus()
    page.clock.fast_forward(NO_FINGER_AFTER)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.clock.fast_forward(MOVES_ON_AFTER)
    assert page.inner_text("#n") == "1 / 34"
    assert page.locator("fieldset.on input:checked").count() == 1


@pytest.mark.parametrize("width", [360, 320])
def test_at_double_type_size_nothing_runs_out_of_the_screen(
    hall: House, chromium: Browser, width: int
) -> None:
    context = chromium.new_context(viewport={"width": width, "height": 640}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(address(hall, 10))
    page.wait_for_selector("#class:visible")
    page.evaluate("document.documentElement.style.fontSize = '32px'")
    assert fits(page)
    choose_all(page, but=5)
    assert fits(page)
    page.tap("#fill")
    assert fits(page)
    targets = page.locator("fieldset.on label:visible, .act button:visible").all()
    smallest = min(target.bounding_box()["height"] for target in targets)  # type: ignore[index]
    assert smallest >= 44
    context.close()


def test_without_script_the_page_sends_people_to_paper(hall: House, chromium: Browser) -> None:
    context = chromium.new_context(viewport=PHONE, java_script_enabled=False)
    page = context.new_page()
    page.goto(address(hall, 11))
    assert "换一张纸质票" in page.inner_text("noscript")
    assert page.locator("#ballot:visible").count() == 0
    context.close()
