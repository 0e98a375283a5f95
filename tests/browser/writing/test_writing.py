"""Writing a report in real Chromium: what is typed is there again, whatever happens to browser, server or sign-in."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, ViewportSize, expect

from tests.browser.chromium import kill_all_with, program
from tests.browser.houses import reports_begun
from tests.browser.houses.standing import Houses
from tests.browser.watching import fits
from tests.browser.writing.desk import Desk

SMALL: ViewportSize = {"width": 360, "height": 720}
# How long the page waits before it tries again, and until a window that says nothing is taken for dead.
LONGEST_PAUSE, TAKEN_FOR_DEAD = "00:30", "00:08"
SAVED, ON_DEVICE = "已自动保存", "文字还在本机，正在重试"


@pytest.fixture
def desk(houses: Houses) -> Desk:
    return Desk(houses.one(reports_begun))


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    context = chromium.new_context(locale="zh-CN", reduced_motion="reduce")
    context.set_default_timeout(10_000)
    yield context
    context.close()


def first(page: Page) -> Locator:
    return page.locator("#text-1")


def is_told(page: Page, words: str) -> None:
    expect(page.locator("#save-state")).to_contain_text(words, timeout=20_000)


def writes(page: Page, text: str) -> None:
    first(page).press_sequentially(text)


def lies_on_the_device(page: Page, text: str) -> None:
    """The copy in the browser's own storage holds this by now."""
    page.wait_for_function(
        "text => pingyiDrafts.all().then(all => all.some(one => JSON.stringify(one.fields).includes(text)))",
        arg=text,
    )


def test_what_is_typed_is_saved_without_a_press_and_nothing_stays_behind(
    desk: Desk, context: BrowserContext
) -> None:
    page = desk.sit_down(context, 0)
    writes(page, "全年主持党委会11次。")
    is_told(page, SAVED)
    assert desk.stored(0) == "全年主持党委会11次。"
    expect(page.locator("[data-checks]")).to_contain_text("1 / 7")
    page.wait_for_function("() => pingyiDrafts.all().then(all => all.length === 0)")
    page.reload()
    expect(first(page)).to_have_value("全年主持党委会11次。")


def test_two_windows_bring_their_paragraphs_together_and_ask_where_they_cannot(
    desk: Desk, context: BrowserContext
) -> None:
    one, other = desk.sit_down(context, 1), desk.sit_down(context, 1)
    writes(one, "第一段。\n第二段。")
    is_told(one, SAVED)
    other.bring_to_front()
    other.evaluate("window.dispatchEvent(new Event('focus'))")
    expect(first(other)).to_have_value("第一段。\n第二段。")
    first(one).fill("第一段改了。\n第二段。")
    is_told(one, SAVED)
    first(other).fill("第一段。\n第二段。\n第三段。")
    expect(first(other)).to_have_value("第一段改了。\n第二段。\n第三段。")
    first(one).fill("第一段又改了。\n第二段。")
    expect(first(one)).to_have_value("第一段又改了。\n第二段。\n第三段。")
    first(other).fill("第一段我来写。\n第二段。\n第三段。")
    is_told(other, "1处两边都改了同一段")
    panel = other.locator(".collision")
    expect(panel).to_contain_text("第一段又改了。")
    expect(panel).to_contain_text("第一段我来写。")
    assert "第一段又改了。" in desk.stored(1)
    panel.get_by_role("button", name="两段都留下").click()
    is_told(other, SAVED)
    expect(first(other)).to_have_value("第一段又改了。\n第一段我来写。\n第二段。\n第三段。")
    assert desk.stored(1) == first(other).input_value()


def test_a_server_that_dies_between_keystroke_and_save_loses_nothing(
    desk: Desk, context: BrowserContext
) -> None:
    context.clock.install()
    page = desk.sit_down(context, 2)
    writes(page, "存过的。")
    is_told(page, SAVED)
    with desk.house.server_is_dead():
        writes(page, "服务器没了以后写的。")
        is_told(page, ON_DEVICE)
    page.clock.fast_forward(LONGEST_PAUSE)
    is_told(page, SAVED)
    assert desk.stored(2) == "存过的。服务器没了以后写的。"


def test_an_expired_sign_in_keeps_the_text_until_somebody_signs_in_again(
    desk: Desk, context: BrowserContext
) -> None:
    page = desk.sit_down(context, 3)
    desk.forget_session(context)
    writes(page, "登录过期以后写的。")
    is_told(page, "登录过期了，没有存上，文字还在本机")
    with context.expect_page() as opened:
        page.get_by_role("link", name="重新登录").click()
    desk.sign_in(opened.value, 3)
    page.bring_to_front()
    page.evaluate("window.dispatchEvent(new Event('focus'))")
    is_told(page, SAVED)
    assert desk.stored(3) == "登录过期以后写的。"
    desk.forget_session(context)
    writes(page, "又过期了。")
    is_told(page, "登录过期了")
    lies_on_the_device(page, "又过期了")
    opened.value.close()
    page.once("dialog", lambda dialog: dialog.accept())
    page.goto(desk.page_of(3))
    expect(page.locator("#drafts-left")).to_contain_text("这台设备上有1份述职报告的文字没有存上")
    desk.sign_in(page, 3)
    expect(first(page)).to_have_value("登录过期以后写的。又过期了。")
    is_told(page, SAVED)
    assert desk.stored(3) == "登录过期以后写的。又过期了。"


def test_a_laptop_that_was_closed_for_hours_sends_what_is_newer_and_asks_about_the_rest(
    desk: Desk, context: BrowserContext
) -> None:
    laptop = desk.sit_down(context, 4)
    writes(laptop, "在家写的。")
    is_told(laptop, SAVED)
    context.set_offline(True)
    first(laptop).fill("在家写的，路上改的。")
    laptop.locator("#text-2").fill("路上另写的一节。")
    is_told(laptop, ON_DEVICE)
    # Meanwhile somebody at the office changed the same sentence.
    desk.change_stored(4, "在家写的，单位改的。")
    context.set_offline(False)
    is_told(laptop, "1处两边都改了同一段")
    expect(laptop.locator(".collision")).to_contain_text("在家写的，单位改的。")
    assert desk.stored(4) == "在家写的，单位改的。"
    laptop.locator(".collision").get_by_role("button", name="用我写的").click()
    is_told(laptop, SAVED)
    assert desk.stored(4) == "在家写的，路上改的。"
    laptop.reload()
    expect(laptop.locator("#text-2")).to_have_value("路上另写的一节。")


def test_a_browser_that_is_killed_brings_the_text_back(desk: Desk, tmp_path: Path, chromium: Browser) -> None:
    folder = tmp_path / "profile"
    kind = chromium.browser_type
    before = kind.launch_persistent_context(
        folder, executable_path=program(), args=["--no-sandbox"], locale="zh-CN"
    )
    page = desk.sit_down(before, 5)
    before.set_offline(True)
    writes(page, "浏览器死以前写的。")
    lies_on_the_device(page, "浏览器死以前写的。")
    kill_all_with(str(folder))
    after = kind.launch_persistent_context(
        folder, executable_path=program(), args=["--no-sandbox"], locale="zh-CN"
    )
    after.clock.install()
    page = desk.sit_down(after, 5)
    page.clock.fast_forward(TAKEN_FOR_DEAD)
    expect(first(page)).to_have_value("浏览器死以前写的。", timeout=20_000)
    is_told(page, SAVED)
    assert desk.stored(5) == "浏览器死以前写的。"
    after.close()


def test_the_form_fits_a_small_phone_also_in_large_type(desk: Desk, context: BrowserContext) -> None:
    page = desk.sit_down(context, 0)
    page.set_viewport_size(SMALL)
    assert fits(page)
    large = {"fontSizes": {"standard": 32, "fixed": 26}}
    context.new_cdp_session(page).send("Page.setFontSizes", large)
    page.wait_for_function("() => getComputedStyle(document.documentElement).fontSize === '32px'")
    assert fits(page)
