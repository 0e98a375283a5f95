"""Asking the pages after the count, as somebody."""

import re
from html import unescape
from typing import Any

from pingyi.organisations.actor import Actor
from tests.doors.office.people import browser_of
from tests.factories.results import Review


def get(review: Review, actor: Actor, place: str, **query: Any) -> Any:
    return browser_of(actor).get(f"/office/cycles/{review.cycle.pk}/{place}", query)


def post(review: Review, actor: Actor, place: str, **fields: Any) -> Any:
    return browser_of(actor).post(f"/office/cycles/{review.cycle.pk}/{place}", fields, follow=True)


def words(response: Any) -> str:
    """What stands on the page."""
    html = re.sub(r"<(script|style|svg).*?</\1>", "", response.content.decode(), flags=re.DOTALL)
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", html)))


def close(response: Any) -> str:
    """The same without any blank: sentences that marks stand in."""
    return words(response).replace(" ", "")


def main_buttons(response: Any) -> list[str]:
    """The words of the black buttons; a page has one at most."""
    html = re.sub(r"<svg.*?</svg>", "", response.content.decode(), flags=re.DOTALL)
    found = re.findall(r'class="btn main-act"[^>]*>(.*?)</(?:a|button)>', html, re.DOTALL)
    return [re.sub(r"<[^>]+>|\s", "", one) for one in found]
