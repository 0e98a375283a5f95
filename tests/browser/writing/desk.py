"""Secretaries in front of their begun reports, with a server that can be killed and a database that can be changed."""

import sqlite3
from dataclasses import dataclass

from playwright.sync_api import BrowserContext, Page

from tests.browser.houses.reports_begun import PASSWORD
from tests.browser.houses.standing import House


@dataclass(frozen=True)
class Desk:
    """Secretaries go by number: the first is 0."""

    house: House

    def page_of(self, number: int) -> str:
        return f"{self.house.office}reports/{self.house.numbers['reports'][number]}/"

    def sign_in(self, page: Page, number: int) -> None:
        """Through the form."""
        page.get_by_label("工号").fill(self.house.numbers["usernames"][number])
        page.get_by_label("密码").fill(PASSWORD)
        with page.expect_navigation():
            page.get_by_role("button", name="登录").click()

    def sit_down(self, context: BrowserContext, number: int) -> Page:
        """The page of the report, signed in, if the page asks for it."""
        page = context.new_page()
        page.goto(self.page_of(number))
        if "sign-in" in page.url:
            self.sign_in(page, number)
        page.wait_for_selector("#save-state")
        return page

    def stored(self, number: int) -> str:
        """The first section as it lies in the database."""
        return str(
            self._sql(
                "SELECT text FROM dutyreports_reportsection WHERE sequence = 1 AND report_id = ?",
                self.house.numbers["reports"][number],
            )
        )

    def change_stored(self, number: int, text: str) -> None:
        """As somebody else's program would."""
        self._sql(
            "UPDATE dutyreports_reportsection SET text = ? WHERE sequence = 1 AND report_id = ?",
            text,
            self.house.numbers["reports"][number],
        )

    def forget_session(self, context: BrowserContext) -> None:
        """Whoever signed in here is not signed in any more."""
        (signed,) = (one for one in context.cookies() if one["name"] == "pingyi-office")
        self._sql("DELETE FROM django_session WHERE session_key = ?", signed["value"])

    def _sql(self, statement: str, *values: object) -> object:
        with sqlite3.connect(self.house.server.folder / "pingyi.sqlite3", timeout=10) as database:
            row = database.execute(statement, values).fetchone()
            return row[0] if row else None
