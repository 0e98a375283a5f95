"""Where a vote on one matter came from: the page of the item that it decides. Only doors can read what it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse

from pingyi.ledgers.kit.rules import may_use_ledgers
from pingyi.organisations.actor import Actor

if TYPE_CHECKING:
    from pingyi.review.cycles.models import ReviewMeeting

OF_ITEMS = "decisions.item:"


def about_item(item_id: int) -> str:
    """What a vote on this item of a decision meeting is about."""
    return f"{OF_ITEMS}{item_id}"


def matter_href(actor: Actor, meeting: ReviewMeeting) -> str:
    """The page of the matter, for those who may open such pages; empty for anything but a vote."""
    about = meeting.cycle.about
    if not about.startswith(OF_ITEMS) or not may_use_ledgers(actor):
        return ""
    return reverse("office:agenda-item-vote", args=[int(about.removeprefix(OF_ITEMS))])
