"""What the buttons of a meeting share: do one act, go back to the page, say what became of it."""

from collections.abc import Callable, Mapping

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from pingyi.core.errors import Forbidden, Missing, Refused
from pingyi.core.words import Words
from pingyi.doors.office.pages import OfficeRequest


def act_and_return(
    request: OfficeRequest,
    act: Callable[[], object],
    back: str,
    said: str = "",
    place: str = "",
    remedies: Mapping[str, str] | None = None,
) -> HttpResponse:
    """Runs the act; back on its page (at `place`) a refusal stands on top of it.

    `remedies` are pages where a refusal is put right, by its code: it stands on top of that page instead.
    Who may not act at all, or on what is not there, gets the page that says so.
    """
    try:
        act()
    except (Forbidden, Missing):
        raise
    except Refused as refusal:
        messages.error(request, refusal.message)
        return redirect((remedies or {}).get(refusal.code, back))
    if said:
        messages.success(request, said)
    return redirect(f"{back}#{place}" if place else back)


def number_in(request: OfficeRequest, name: str) -> int:
    """A number from the form; anything else is a form that we did not make."""
    text = request.POST.get(name, "")
    if not text.isascii() or not text.isdigit():
        raise Missing(Words("这一步没有说清是哪一项。请回到上一页刷新再试。"), code="form.number")
    return int(text)
