"""The meetings of a review and their news."""

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from pingyi.core.errors import Forbidden
from pingyi.core.words import Words
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.publishing.phrases import STATES, STEP_WORDS
from pingyi.publishing.queries.news import news_of_cycle
from pingyi.publishing.rules import may_draft_news, may_read_news
from pingyi.review.cycles.queries.lookup import find_cycle

if TYPE_CHECKING:
    from pingyi.publishing.queries.news import MeetingLine


@office_page
@require_GET
def news_list(request: OfficeRequest, cycle_id: int) -> HttpResponse:
    """One line per meeting."""
    cycle = find_cycle(cycle_id)
    if not may_read_news(request.actor, cycle):
        raise Forbidden(Words("新闻稿由经办人拟，经办人和领导看。"))
    lines = news_of_cycle(cycle)
    waiting = next((line for line in lines if line.is_over and line.item is None), None)
    shown = {
        "cycle": cycle,
        "lines": [(line, _state(line)) for line in lines],
        "waiting": waiting,
        "drafted": sum(line.item is not None for line in lines),
        "published": sum(line.item is not None and line.item.state == "published" for line in lines),
        "may_draft": may_draft_news(request.actor, cycle),
    }
    return render(request, "office/news-list.html", shown)


def _state(line: "MeetingLine") -> str:
    """审校，等复审."""
    if line.item is None:
        return Words("还没有拟") if line.is_over else Words("还没有散会")
    word: str = STATES[line.item.state]
    if line.item.state == "in_review":
        return Words("等{step}", step=STEP_WORDS[line.next]) if line.next else Words("签完了，等发布")
    return word
