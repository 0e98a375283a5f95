"""One news item: the text with its findings beside, the six signatures, what may be done now."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from pingyi.core.errors import Refused
from pingyi.core.words import Words
from pingyi.doors.office.news.bar import bar_of
from pingyi.doors.office.news.reading import lines_of, marked, origins_of, readable, step_lines
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.publishing.phrases import PEOPLE, SCHEMES, STATES
from pingyi.publishing.queries.news import (
    credit_text,
    findings_in,
    publication_of,
    returns_of,
    signatures_of,
    steps_done,
    versions_of,
    whole_of,
)
from pingyi.publishing.rules import may_change_news, may_draft_news
from pingyi.publishing.services.news.turns import turn_of


@office_page
@require_GET
def news_show(request: OfficeRequest, news_id: int) -> HttpResponse:
    return show_page(request, news_id)


def show_page(request: OfficeRequest, news_id: int, refusal: Refused | None = None) -> HttpResponse:
    """The page, with what was refused of an act on it."""
    item, parts = readable(request, news_id)
    turn, done, signatures = turn_of(item), steps_done(item), signatures_of(item)
    whole = whole_of(item.title, item.text)
    found = findings_in(item, whole)
    heading, *paragraphs = marked(whole, found)
    is_own_turn = turn is not None and turn.account_id == request.actor.account_id
    is_clerk = may_draft_news(request.actor, item)
    may_change = item.state != "published" and may_change_news(
        request.actor, item, turn.account_id if turn else None
    )
    versions = versions_of(item)
    shown = {
        "item": item,
        "meeting": item.meeting,
        "cycle": item.meeting.cycle,
        "state_word": STATES[item.state],
        "heading": heading,
        "paragraphs": paragraphs,
        "findings": lines_of(whole, found),
        "credits": credit_text(item, parts),
        "steps": step_lines(parts, signatures, done, turn.step if turn else None),
        "signed": len(done),
        "signatures": [(row, row.round == item.round) for row in signatures],
        "returns": returns_of(item),
        "versions": versions,
        "origins": origins_of(item),
        "publication": publication_of(item),
        "turn": turn,
        "is_own_turn": is_own_turn,
        "is_clerk": is_clerk,
        "may_change": may_change,
        "may_return": item.state != "draft" and (is_clerk or is_own_turn),
        "bar": bar_of(item, parts, turn, is_own_turn=is_own_turn, is_clerk=is_clerk),
        "people_word": PEOPLE[item.people],
        "scheme_word": SCHEMES[item.credit_scheme],
        "refusal": refusal,
        "sent": request.POST,
        "old": versions[1].number if len(versions) > 1 else None,
        "unpublished": item.state != "published",
        "none": Words("没有"),
    }
    return render(request, "office/news-show.html", shown, status=refusal.status if refusal else 200)
