"""One page for the whole meeting: it shows what the running state asks for, and nothing of any person's vote."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe
from django_scopes import scope

from pingyi.core.clock import now
from pingyi.doors.hall.reading import reading_of
from pingyi.doors.hall.screens import screen_of
from pingyi.doors.language import ENGLISH, asked_language, in_asked_language
from pingyi.review.meetings.queries.sittings import sitting_by_hall_key

if TYPE_CHECKING:
    from pingyi.review.meetings.models import Sitting


def hall_page(view: Callable[[HttpRequest, Sitting, datetime], HttpResponse]) -> Callable[..., HttpResponse]:
    """Finds the sitting behind the key and opens its institution's scope; an unknown key gets a plain page."""

    @require_safe
    @in_asked_language
    @wraps(view)
    def found(request: HttpRequest, key: str) -> HttpResponse:
        sitting = sitting_by_hall_key(key)
        if sitting is None:
            return render(request, "hall/screen-missing.html", status=404)
        with scope(institution=sitting.institution):
            return view(request, sitting, now())

    return found


@hall_page
def show(request: HttpRequest, sitting: Sitting, moment: datetime) -> HttpResponse:
    """The page that the projector keeps open."""
    shown = {
        **_shown(request, sitting, moment),
        "fragment": _fragment_address(request, sitting),
        "topics": [f"meeting:{sitting.meeting_id}", f"voting:{sitting.meeting_id}"],
    }
    return render(request, "hall/screen-show.html", shown)


def _fragment_address(request: HttpRequest, sitting: Sitting) -> str:
    """In the language of the page around it."""
    address = reverse("hall:screen-now", args=[sitting.hall_key])
    return f"{address}?lang=en" if asked_language(request) == ENGLISH else address


@hall_page
def fragment(request: HttpRequest, sitting: Sitting, moment: datetime) -> HttpResponse:
    """What the page fetches anew when something changed."""
    return render(request, "hall/_screen.html", _shown(request, sitting, moment))


def _shown(request: HttpRequest, sitting: Sitting, moment: datetime) -> dict[str, object]:
    screen = screen_of(sitting, moment)
    return {
        "sitting": sitting,
        "meeting": sitting.meeting,
        "now": moment,
        "now_ms": milliseconds(moment),
        "template": f"hall/_{screen.name}.html",
        **screen.content,
        **(reading_of(request, sitting, moment) if screen.name == "check-in" else {}),
    }


def milliseconds(moment: datetime) -> int:
    """The moment as scripts count it."""
    return int(moment.timestamp() * 1000)
