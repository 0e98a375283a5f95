"""People at the office door in real Chromium: each with a browser context of her own, pressing what she sees."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Locator, Page, ViewportSize, expect

from tests.browser.houses.standing import House
from tests.browser.watching import Watch

DESKTOP: ViewportSize = {"width": 1440, "height": 900}
PHONE: ViewportSize = {"width": 390, "height": 844}
HALL: ViewportSize = {"width": 1920, "height": 1080}
PATIENCE = 10_000
expect.set_options(timeout=PATIENCE)


class Person:
    """Somebody with one page of the office open. Every act waits for the page that it leads to."""

    def __init__(self, name: str, page: Page) -> None:
        self.name = name
        self.page = page

    # --- going about ----------------------------------------------------------------------------------------

    def click(self, what: Locator) -> None:
        """Clicks what leads to another page, and waits for that."""
        with self.page.expect_event("load"):
            what.click()

    def link(self, words: str) -> None:
        """The first link in the page itself that says this."""
        self.click(self.main.get_by_role("link", name=words).first)

    def button(self, words: str, *, within: Locator | None = None) -> None:
        """The first button that says this, in the page or in one part of it."""
        self.click((within or self.main).get_by_role("button", name=words).first)

    def menu(self, words: str) -> None:
        """An entry of the navigation."""
        self.click(
            self.page.get_by_role("navigation", name="主导航").get_by_role("link", name=words, exact=True)
        )

    def home(self) -> None:
        """The wordmark leads to the page where everybody's own work is."""
        self.click(self.page.locator("header.top .brand"))

    def next(self, words: str) -> None:
        """The main button of the bar of the next step, once the bar says this."""
        expect(self.bar).to_contain_text(words)
        self.click(self.bar.locator(".main-act"))

    def main_act(self) -> None:
        """The one black button of the page, where it stands at the form instead of in the bar."""
        self.click(self.main.locator(".main-act"))

    def unfold(self, words: str) -> None:
        """Opens a part of the page that is folded away."""
        self.main.locator("summary", has_text=words).first.click()

    # --- typing and reading ---------------------------------------------------------------------------------

    def fill(self, **fields: str) -> None:
        """Fields by their visible labels."""
        for label, text in fields.items():
            self.main.get_by_label(label, exact=True).first.fill(text)

    def download(self, what: Locator, folder: Path) -> Path:
        """Clicks what gives a file; where it lies."""
        with self.page.expect_download() as waited:
            what.click()
        place = folder / waited.value.suggested_filename
        waited.value.save_as(place)
        return place

    def sees(self, words: str) -> None:
        expect(self.main).to_contain_text(words)

    def is_told(self, words: str) -> None:
        """What the office says about the last act."""
        expect(self.main.locator(".said").first).to_contain_text(words)

    @property
    def main(self) -> Locator:
        return self.page.locator("main")

    @property
    def bar(self) -> Locator:
        return self.page.locator("section.next")

    def column(self, number: int) -> Sequence[str]:
        """The cells of one column of the page's first table."""
        return self.main.locator(f"tbody tr td:nth-child({number})").all_inner_texts()


@dataclass
class People:
    """Opens a browser context for everybody and closes them all."""

    browser: Browser
    watch: Watch
    contexts: list[BrowserContext] = field(default_factory=list)

    def context(self, size: ViewportSize = DESKTOP) -> BrowserContext:
        """A context that nobody used before; what is as small as a phone has a phone's touch screen."""
        is_phone = size == PHONE
        context = self.browser.new_context(
            viewport=size, has_touch=is_phone, is_mobile=is_phone, locale="zh-CN", reduced_motion="reduce"
        )
        context.set_default_timeout(PATIENCE)
        self.watch.look_at(context)
        self.contexts.append(context)
        return context

    def signed_in(self, house: House, role: str, size: ViewportSize = DESKTOP) -> Person:
        """Somebody of this house, whose browser knows her already."""
        context = self.context(size)
        house.sign_in(context, role)
        return Person(role, context.new_page())

    def arrive(self, name: str, number: str, temporary: str) -> Person:
        """Signs in for the first time: nothing can be done before the temporary password is changed."""
        person = Person(name, self.context().new_page())
        person.page.goto(f"{self.watch.address}/office/")
        person.fill(工号=number, 密码=temporary)
        person.button("登录")
        person.sees("您用的是临时密码，先换成自己的，再办事。")
        own = f"{number}-春风化雨-{number}"
        person.fill(临时密码=temporary, 新密码=own, 再输一次新密码=own)
        person.button("换成新密码")
        return person

    def leave(self) -> None:
        for context in self.contexts:
            context.close()
