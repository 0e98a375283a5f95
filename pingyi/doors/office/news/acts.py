"""What is done with a news item: handed in, signed, returned, published. A refusal is shown on its page."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from pingyi.core.clock import now
from pingyi.core.errors import Forbidden, Refused
from pingyi.core.words import Words
from pingyi.doors.office.news.reading import readable
from pingyi.doors.office.news.show import show_page
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.doors.office.sent_fields import sent_number
from pingyi.publishing.services.news import hand_in_news, publish_news, return_news, sign_news


@office_page
@require_POST
def news_hand_in(request: OfficeRequest, news_id: int) -> HttpResponse:
    """No fields."""
    return _done(request, news_id, hand_in_news, Words("送审了，通知了初审的人。"))


@office_page
@require_POST
def news_sign(request: OfficeRequest, news_id: int) -> HttpResponse:
    """POST `version` (the number seen), `remark`."""
    return _done(
        request,
        news_id,
        sign_news,
        Words("签好了。"),
        seen_version=sent_number(request.POST, "version"),
        remark=request.POST.get("remark", ""),
    )


@office_page
@require_POST
def news_return(request: OfficeRequest, news_id: int) -> HttpResponse:
    """POST `reason`."""
    done = Words("退回起草了。这一轮的签名都作废，记录留着。")
    return _done(request, news_id, return_news, done, reason=request.POST.get("reason", ""))


@office_page
@require_POST
def news_publish(request: OfficeRequest, news_id: int) -> HttpResponse:
    """POST `place` (where it appears; may be empty)."""
    done = Words("记为已发布。可以下载 Word 和网页。")
    return _done(request, news_id, publish_news, done, place=request.POST.get("place", ""))


def _done(
    request: OfficeRequest, news_id: int, act: Callable[..., Any], said: str, **sent: Any
) -> HttpResponse:
    item, _ = readable(request, news_id)
    try:
        act(actor=request.actor, now=now(), item=item, **sent)
    except Forbidden:
        raise
    except Refused as refusal:
        return show_page(request, news_id, refusal)
    messages.success(request, said)
    return redirect("office:news-show", news_id)
