"""Where those who have arrived read the collection on their phones, while they wait."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpRequest
from django.urls import reverse

from pingyi.doors.hall.qr import address_qr
from pingyi.review.ballots.domain.address import is_only_here
from pingyi.review.collection.domain.opening import is_open
from pingyi.review.collection.queries import room_of

if TYPE_CHECKING:
    from datetime import datetime

    from pingyi.review.meetings.models import Sitting


def reading_of(request: HttpRequest, sitting: Sitting, moment: datetime) -> dict[str, object]:
    """The code to the reading and until when it is open. Nothing while it is closed, and nothing where the address of
    this screen means “this computer”: no phone could follow it.
    """
    room = room_of(sitting.meeting)
    if room is None or is_only_here(f"{request.scheme}://{request.get_host()}"):
        return {}
    if not is_open(open_until=room.open_until, closed_at=room.closed_at, now=moment):
        return {}
    address = request.build_absolute_uri(reverse("reading:list", args=[room.key]))
    return {"reading_qr": address_qr(address), "reading_until": room.open_until}
