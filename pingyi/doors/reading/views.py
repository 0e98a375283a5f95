"""Pages for whoever has the address, while a clerk holds the reading open. Reading them writes nothing anywhere.

The key has 100 random bits and stands for the meeting, not for a reader: nobody can guess it, so nobody needs to be
counted or slowed down, and a hall behind one address is never locked out.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.views.decorators.http import require_safe
from django_scopes import scope

from pingyi.core.clock import now
from pingyi.doors.language import ENGLISH, asked_language, in_asked_language
from pingyi.doors.reading.pages import brief_page, list_page, report_page
from pingyi.review.collection.queries import materials_of, open_room

if TYPE_CHECKING:
    from pingyi.review.collection.domain.materials import Materials
    from pingyi.review.collection.models import ReadingRoom

PAGE_SECONDS = 10
Page = Callable[["ReadingRoom", "Materials", int], tuple[str, dict[str, Any]] | None]


def reading_page(page: Page) -> Callable[..., HttpResponse]:
    """A view that is there only while the reading is open; a closed one and an unknown one look the same.

    Two hundred phones may ask within a minute: a page is drawn anew every few seconds only, the same for everybody.
    """

    @require_safe
    @in_asked_language
    @wraps(page)
    def view(request: HttpRequest, key: str, place: int = 0) -> HttpResponse:
        room = open_room(key, now())
        if room is None:
            return _closed(request)
        with scope(institution=room.institution):
            html = cache.get_or_set(
                f"reading-{asked_language(request)}-{room.key}-{page.__name__}-{place}",
                lambda: _drawn(page, room, place, "?lang=en" if asked_language(request) == ENGLISH else ""),
                PAGE_SECONDS,
            )
        return HttpResponse(html) if html else _closed(request)

    return view


def _drawn(page: Page, room: ReadingRoom, place: int, asked: str) -> str:
    """The page, or nothing if there is no such report. `asked` keeps the language in the addresses on it."""
    found = page(room, materials_of(room.meeting), place)
    return (
        render_to_string(f"reading/{found[0]}.html", {"room": room, "asked": asked, **found[1]})
        if found
        else ""
    )


def _closed(request: HttpRequest) -> HttpResponse:
    response = render(request, "reading/closed.html", status=404)
    response._has_been_logged = True  # type: ignore[attr-defined]
    return response


show_list = reading_page(list_page)
show_report = reading_page(report_page)
show_brief = reading_page(brief_page)
