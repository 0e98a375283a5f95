"""Who gives the six signatures."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from pingyi.core.clock import now
from pingyi.core.errors import Forbidden, Refused
from pingyi.core.words import Words
from pingyi.doors.office.news.reading import readable
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.doors.office.sent_fields import number_in
from pingyi.organisations.queries import accounts_with_roles
from pingyi.publishing.domain.reviewing.steps import STEPS
from pingyi.publishing.phrases import PEOPLE, STEP_WORDS
from pingyi.publishing.rules import may_draft_news
from pingyi.publishing.services.news import name_readers


@office_page
@require_http_methods(["GET", "POST"])
def news_readers(request: OfficeRequest, news_id: int) -> HttpResponse:
    """POST `review-1`, `proof-1`, … `proof-3`: account numbers, empty for nobody yet."""
    item, parts = readable(request, news_id)
    if not may_draft_news(request.actor, item):
        raise Forbidden(Words("审校的人由经办人指定。"))
    sent = {step: number_in(request.POST.get(f"{step.kind}-{step.level}", "")) for step in STEPS}
    refusal: Refused | None = None
    if request.method == "POST":
        try:
            names = {step: number for step, number in sent.items() if number}
            name_readers(actor=request.actor, now=now(), item=item, names=names)
        except Forbidden:
            raise
        except Refused as refused:
            refusal = refused
        else:
            messages.success(request, Words("审校的人记下了。"))
            return redirect("office:news-show", news_id)
    chosen = sent if refusal else {step: part.account_id for step, part in parts.items()}
    shown = {
        "item": item,
        "meeting": item.meeting,
        "cycle": item.meeting.cycle,
        "rows": [(f"{step.kind}-{step.level}", STEP_WORDS[step], chosen.get(step, 0)) for step in STEPS],
        "accounts": [row for row in accounts_with_roles() if row.account.is_active],
        "people_word": PEOPLE[item.people],
        "refusal": refusal,
    }
    return render(request, "office/news-readers.html", shown, status=refusal.status if refusal else 200)
