"""Asking the pages of a voting, as somebody."""

import re
from html import unescape
from typing import Any

from pingyi.organisations.actor import Actor
from tests.doors.office.people import browser_of
from tests.factories.ballots import Hall


def get(hall: Hall, actor: Actor, place: str = "", **query: str) -> Any:
    return browser_of(actor).get(f"/office/meetings/{hall.meeting.pk}/voting/{place}", query)


def post(hall: Hall, actor: Actor, place: str, **fields: Any) -> Any:
    return browser_of(actor).post(f"/office/meetings/{hall.meeting.pk}/voting/{place}", fields, follow=True)


def words(response: Any) -> str:
    """What stands on the page."""
    html = re.sub(r"<(script|style|svg).*?</\1>", "", response.content.decode(), flags=re.DOTALL)
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", html)))


def main_button(response: Any) -> str:
    """The words of the one black button; there is never more than one."""
    buttons = re.findall(
        r'class="btn main-act"[^>]*>(.*?)</(?:a|button)>', response.content.decode(), re.DOTALL
    )
    assert len(buttons) <= 1
    return re.sub(r"<[^>]+>|\s", "", re.sub(r"<svg.*?</svg>", "", buttons[0])) if buttons else ""
