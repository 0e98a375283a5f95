"""Pages of rectification as people see them."""

from typing import Any

from django.http import HttpResponse
from django.test import Client

from pingyi.organisations.actor import Actor
from tests.doors.office.meetings.pages import main_of, words_of
from tests.doors.office.people import browser_of
from tests.factories.rectification import Office
from tests.factories.world import make_actor


class Desk:
    """One person at work: the clerk unless said otherwise."""

    def __init__(self, office: Office, *roles: str, actor: Actor | None = None) -> None:
        self.office = office
        self.client: Client = browser_of(
            actor or (make_actor(office.institution, *roles) if roles else office.clerk)
        )

    def answer(self, path: str, data: dict[str, Any] | None = None) -> HttpResponse:
        address = path if path.startswith("/") else f"/office/{path}"
        if data is None:
            return self.client.get(address)  # type: ignore[return-value]
        return self.client.post(address, data)  # type: ignore[return-value]

    def html(self, path: str) -> str:
        answer = self.answer(path)
        assert answer.status_code == 200, answer.content.decode()[:2000]
        return main_of(answer)

    def words(self, path: str) -> str:
        return words_of(self.html(path))

    def post(self, path: str, **data: Any) -> str:
        """Posts, follows the way back, and gives the words of the page that comes."""
        return words_of(main_of(self.client.post(f"/office/{path}", data, follow=True)))

    def refused(self, path: str, **data: Any) -> str:
        """Posts what is refused: the page as it comes back, with the input."""
        answer = self.answer(path, data)
        assert answer.status_code == 409, answer.status_code
        return main_of(answer)
