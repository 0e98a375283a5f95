"""Who did what when: the log of the institution, and whether it is whole."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from pingyi.core.errors import Forbidden
from pingyi.core.queries.events import event_page, verify_chain
from pingyi.core.words import Words
from pingyi.doors.office.events.lines import event_lines
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.organisations.rules import may_read_events


@office_page
@require_GET
def event_list(request: OfficeRequest) -> HttpResponse:
    """`page` counts from 1; anything else is the first page."""
    if not may_read_events(request.actor):
        raise Forbidden
    sent = request.GET.get("page", "")
    number = int(sent) if sent.isascii() and sent.isdigit() and len(sent) < 10 else 1
    page = event_page(request.actor.institution_id, number)
    return render(request, "office/event-list.html", {"page": page, "lines": event_lines(page.events)})


@office_page
@require_POST
def event_check(request: OfficeRequest) -> HttpResponse:
    """No fields. Recalculates the whole chain and says what was found."""
    if not may_read_events(request.actor):
        raise Forbidden
    check = verify_chain(request.actor.institution_id)
    if check.is_whole:
        messages.success(request, Words("核对了{lines}条，一条不少，没有改动过。", lines=check.lines))
    else:
        said = Words(
            "核对到第{broken_at}条，{problem}。先停下手里的事，请管系统的人查明。",
            broken_at=check.broken_at,
            problem=check.problem,
        )
        messages.error(request, said)
    return redirect("office:event-list")
