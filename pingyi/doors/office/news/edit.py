"""The text is changed with the findings beside it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from pingyi.core.clock import now
from pingyi.core.errors import Forbidden, Refused
from pingyi.core.words import Words
from pingyi.doors.office.news.reading import lines_of, readable
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.doors.office.sent_fields import sent_number
from pingyi.publishing.queries.news import findings_in, whole_of
from pingyi.publishing.rules import may_change_news
from pingyi.publishing.services.news import save_news
from pingyi.publishing.services.news.turns import turn_of


@office_page
@require_http_methods(["GET", "POST"])
def news_edit(request: OfficeRequest, news_id: int) -> HttpResponse:
    """POST `title`, `text`, `version` (the number seen), `act` (check: only look; save)."""
    item, _ = readable(request, news_id)
    turn = turn_of(item)
    is_open = item.state != "published"
    if not (is_open and may_change_news(request.actor, item, turn.account_id if turn else None)):
        raise Forbidden(Words("现在轮不到您改这篇稿子。起草时经办人改，送审以后轮到谁签谁改。"))
    title = request.POST.get("title", item.title)
    text = request.POST.get("text", item.text).replace("\r\n", "\n")
    refusal: Refused | None = None
    if request.method == "POST" and request.POST.get("act") != "check":
        try:
            saved = save_news(
                actor=request.actor,
                now=now(),
                item=item,
                title=title,
                text=text,
                seen_version=sent_number(request.POST, "version"),
            )
        except Forbidden:
            raise
        except Refused as refused:
            refusal = refused
        else:
            messages.success(request, Words("存好了，现在是第{number}版。", number=saved.version))
            return redirect("office:news-show", news_id)
    whole = whole_of(title, text)
    shown = {
        "item": item,
        "meeting": item.meeting,
        "cycle": item.meeting.cycle,
        "title": title,
        "text": text,
        # Who has been told of a newer version and looks at it may then save over it.
        "version": item.version,
        "findings": lines_of(whole, findings_in(item, whole)),
        "lapses": turn is None and item.state == "in_review",
        "refusal": refusal,
    }
    return render(request, "office/news-edit.html", shown, status=refusal.status if refusal else 200)
