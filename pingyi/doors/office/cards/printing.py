"""Cards as PDF. Printing keeps what was printed, so it is an act and no mere download."""

from __future__ import annotations

from django.http import HttpResponse
from django.views.decorators.http import require_POST

from pingyi.core.clock import now
from pingyi.core.errors import Missing
from pingyi.core.words import Words
from pingyi.documents.render.desk_cards import pdf_desk_cards
from pingyi.doors.office.cards.gathered import seen_cards, seen_cycle
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.doors.office.papers.reading import rendered_answer
from pingyi.review.cards.documents import Stamp, desk_sheet
from pingyi.review.cards.domain.card import Card
from pingyi.review.cards.services import print_cards

ON_SITE, ALL = "on-site", "all"


@office_page
@require_POST
def print_pdf(request: OfficeRequest, cycle_id: int) -> HttpResponse:
    """Field: which (on-site, all, or the number of one reporter)."""
    cycle, moment = seen_cycle(request, cycle_id), now()
    wanted = _chosen(seen_cards(request, cycle, moment), request.POST.get("which", ALL))
    printed = print_cards(actor=request.actor, now=moment, cycle=cycle, cards=wanted)
    stamped = [(one.card, Stamp(one.row.number, one.row.printed_at)) for one in printed]
    return rendered_answer(pdf_desk_cards(desk_sheet(cycle.name, stamped, moment)))


def _chosen(cards: list[Card], which: str) -> list[Card]:
    if which == ALL:
        return cards
    if which == ON_SITE:
        return [card for card in cards if card.head.place]
    found = [card for card in cards if str(card.head.reporter_id) == which]
    if not found:
        raise Missing(Words("没有这一张点评卡。请回到“点评卡”，从列表里打开。"), code="card.missing")
    return found
