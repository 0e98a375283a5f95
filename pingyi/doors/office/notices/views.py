"""What the system has told the person who is signed in, and whether she has read it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET, require_POST

from pingyi.core.clock import now
from pingyi.core.words import Words
from pingyi.doors.office.pages import HOME, OfficeRequest, office_page
from pingyi.doors.office.sent_fields import sent_number
from pingyi.notices.queries import notices_of
from pingyi.notices.services import mark_all_read, mark_read


@office_page
@require_GET
def notice_list(request: OfficeRequest) -> HttpResponse:
    """The newest of her own, read or not."""
    notices = notices_of(request.actor.account_id)
    unread = sum(notice.read_at is None for notice in notices)
    return render(request, "office/notice-list.html", {"notices": notices, "unread": unread})


@office_page
@require_POST
def notice_read(request: OfficeRequest) -> HttpResponse:
    """POST `notice` (its number; without it all of her own), `then=open` to go where it leads, `next` to come back."""
    number = sent_number(request.POST, "notice")
    if not number:
        count = mark_all_read(actor=request.actor, now=now())
        messages.success(
            request, Words("{count}条通知记为看过了。", count=count) if count else Words("通知都看过了。")
        )
        return redirect(_ours(request.POST.get("next", "")))
    notice = mark_read(actor=request.actor, now=now(), notice_id=number)
    if request.POST.get("then") == "open" and notice.path:
        return redirect(_ours(notice.path))
    return redirect(_ours(request.POST.get("next", "")))


def _ours(path: str) -> str:
    is_ours = url_has_allowed_host_and_scheme(path, allowed_hosts=None) and path.startswith(HOME)
    return path if is_ours else HOME
