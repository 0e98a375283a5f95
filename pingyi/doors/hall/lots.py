"""The screen of a draw of lots: first the announced list with its fingerprint, then the order. Nothing moves."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe
from django_scopes import scope

from pingyi.core.clock import now
from pingyi.doors.hall.names import without_other_names
from pingyi.doors.hall.views import milliseconds
from pingyi.review.lots.queries.lots import lot_by_hall_key

if TYPE_CHECKING:
    from pingyi.review.lots.queries.lots import LotRow

# So many names stand in large letters, in one column, in two; more in three. All are read from the last row.
FEW, ONE_COLUMN, TWO_COLUMNS = 6, 8, 22
# So many characters have room in a line of one, two and three columns.
ROOM = {1: 18, 2: 15, 3: 11}


def lot_page(view: Callable[[HttpRequest, LotRow], HttpResponse]) -> Callable[..., HttpResponse]:
    """Finds the draw behind the key and opens its institution's scope; an unknown key gets a plain page."""

    @require_safe
    @wraps(view)
    def found(request: HttpRequest, key: str) -> HttpResponse:
        row = lot_by_hall_key(key)
        if row is None:
            return render(request, "hall/screen-missing.html", status=404)
        with scope(institution=row.lot.institution):
            return view(request, row)

    return found


@lot_page
def show(request: HttpRequest, row: LotRow) -> HttpResponse:
    """The page that the projector keeps open."""
    shown = {
        **_shown(row),
        "fragment": reverse("hall:lot-now", args=[row.lot.hall_key]),
        "topics": [f"meeting:{row.lot.meeting_id}"],
    }
    return render(request, "hall/screen-show.html", shown)


@lot_page
def fragment(request: HttpRequest, row: LotRow) -> HttpResponse:
    """What the page fetches anew when something changed."""
    return render(request, "hall/_screen.html", _shown(row))


def _shown(row: LotRow) -> dict[str, object]:
    moment = now()
    people = [name.split("　") for name in row.order or row.names]
    columns = 1 if len(people) <= ONE_COLUMN else 2 if len(people) <= TWO_COLUMNS else 3
    units = without_other_names([one[0] for one in people], ROOM[columns])
    return {
        "meeting": row.lot.meeting,
        "now": moment,
        "now_ms": milliseconds(moment),
        "template": "hall/_lot-drawn.html" if row.drawn else "hall/_lot-announced.html",
        "row": row,
        "names": [(unit, one[-1]) for unit, one in zip(units, people, strict=True)],
        "columns": columns,
        "is_few": len(people) <= FEW,
        "fingerprint": row.spoken,
    }
