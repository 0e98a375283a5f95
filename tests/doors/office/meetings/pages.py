"""Pages of a meeting as people see them: the words, the buttons, the way back after a post."""

import re
from typing import Any

from django.http import HttpResponse
from django.test import Client

from pingyi.organisations.actor import Actor
from tests.doors.office.people import browser_of
from tests.factories.sittings import Hall
from tests.factories.world import make_actor


class Desk:
    """One person working on one meeting."""

    def __init__(self, hall: Hall, *roles: str, actor: Actor | None = None) -> None:
        self.hall = hall
        self.client: Client = browser_of(
            actor or (make_actor(hall.institution, *roles) if roles else hall.clerk)
        )

    def at(self, tail: str) -> str:
        return f"/office/meetings/{self.hall.meeting.pk}/{tail}"

    def answer(
        self, tail: str, data: dict[str, Any] | None = None, headers: dict[str, str] | None = None
    ) -> HttpResponse:
        """The bare answer to a GET, or to a POST when there is something to send."""
        if data is None:
            return self.client.get(self.at(tail), headers=headers)  # type: ignore[return-value]
        return self.client.post(self.at(tail), data)  # type: ignore[return-value]

    def html(self, tail: str) -> str:
        answer = self.answer(tail)
        assert answer.status_code == 200, answer.content.decode()[:2000]
        return main_of(answer)

    def words(self, tail: str) -> str:
        return words_of(self.html(tail))

    def post(self, tail: str, **data: Any) -> str:
        """Posts, follows the way back, and gives the words of the page that comes."""
        answer = self.client.post(self.at(tail), data, follow=True)
        return words_of(main_of(answer))


def main_of(answer: Any) -> str:
    """The part of a page between <main> and </main>; a fragment as it is."""
    html = str(answer.content.decode())
    found = re.search(r"<main.*</main>", html, re.DOTALL)
    return found[0] if found else html


def words_of(html: str) -> str:
    bare = re.sub(r"<(svg|script|select).*?</\1>", "", html, flags=re.DOTALL)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", bare)).strip()
