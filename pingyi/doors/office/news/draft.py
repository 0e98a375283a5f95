"""Drafting: what the records hold, what is missing, and the three things that no record holds."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from pingyi.core.clock import now
from pingyi.core.errors import Forbidden, Refused
from pingyi.core.words import Words, listed
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.publishing.domain.drafting.compose import compose
from pingyi.publishing.domain.drafting.draft import KEY_NAMES
from pingyi.publishing.domain.drafting.set_words import BALLOT, BALLOTS
from pingyi.publishing.queries.news import news_of_meeting
from pingyi.publishing.queries.news_facts import facts_of_meeting
from pingyi.publishing.rules import may_draft_news
from pingyi.publishing.services.news import Added, draft_news
from pingyi.review.meetings.queries import find_review_meeting, sitting_of


@office_page
@require_http_methods(["GET", "POST"])
def news_draft(request: OfficeRequest, meeting_id: int) -> HttpResponse:
    """POST `purpose`, `chair_words`, `ballot` (all may be empty)."""
    meeting = find_review_meeting(meeting_id)
    if not may_draft_news(request.actor, meeting):
        raise Forbidden(Words("新闻稿由经办人拟。"))
    item = news_of_meeting(meeting)
    if item is not None:
        return redirect("office:news-show", item.pk)
    refusal: Refused | None = None
    sent = {key: request.POST.get(key, "") for key in ("purpose", "chair_words", "ballot")}
    if request.method == "POST":
        try:
            item = draft_news(actor=request.actor, now=now(), meeting=meeting, added=Added(**sent))
        except Refused as refused:
            refusal = refused
        else:
            messages.success(request, Words("拟好了。每句话都来自会议记录，空着的地方标出来了。"))
            return redirect("office:news-show", item.pk)
    facts = facts_of_meeting(meeting)
    draft = compose(facts)
    sitting = sitting_of(meeting)
    shown = {
        "meeting": meeting,
        "cycle": meeting.cycle,
        "is_over": sitting is not None and sitting.state == "ended",
        "is_one_person": facts.is_one_person,
        "held_ballot": facts.ballot,
        "sentences": [(one, listed([KEY_NAMES[key] for key in one.keys])) for one in draft.sentences],
        "open": sum(len(one.open_places) for one in draft.sentences),
        "ballots": BALLOTS,
        "sent": {**sent, "ballot": sent["ballot"] or BALLOT},
        "refusal": refusal,
    }
    return render(request, "office/news-draft.html", shown, status=refusal.status if refusal else 200)
