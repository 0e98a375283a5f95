"""All cards of a review in the order of speaking."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from pingyi.core.clock import now
from pingyi.core.words import Words
from pingyi.doors.office.appraisal.next_step import Bar
from pingyi.doors.office.cards.gathered import seen_cards, seen_cycle
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.review.cards.domain.card import Card
from pingyi.review.cards.queries import newest_prints
from pingyi.review.meetings.queries import are_meetings_over

if TYPE_CHECKING:
    from pingyi.review.cards.models import CardPrint


@dataclass(frozen=True)
class CardLine:
    """A card with its last print. `is_old`: the records say something else by now."""

    card: Card
    printed: CardPrint | None

    @property
    def is_old(self) -> bool:
        return self.printed is not None and self.printed.fingerprint != self.card.fingerprint

    @property
    def with_record(self) -> int:
        return sum(row.now is not None for row in self.card.rows)

    @property
    def settled(self) -> int:
        return sum(one.is_closed for one in self.card.case.problems)


@office_page
@require_GET
def show_list(request: OfficeRequest, cycle_id: int) -> HttpResponse:
    cycle = seen_cycle(request, cycle_id)
    cards, prints = seen_cards(request, cycle, now()), newest_prints(cycle)
    lines = [CardLine(card, prints.get(card.head.organisation_id)) for card in cards]
    on_site = [line for line in lines if line.card.head.place]
    shown = {
        "cycle": cycle,
        "on_site": on_site,
        "written": [line for line in lines if not line.card.head.place],
        "total": len(lines),
        "printed": sum(line.printed is not None for line in lines),
        "old": sum(line.is_old for line in lines),
        "bar": _bar(cycle.pk, on_site, lines, is_over=are_meetings_over(cycle)),
    }
    return render(request, "office/card-list.html", shown)


def _bar(cycle_id: int, on_site: list[CardLine], lines: list[CardLine], *, is_over: bool) -> Bar:
    old = sum(line.is_old for line in on_site)
    unprinted = sum(line.printed is None for line in on_site)
    first = (on_site or lines)[:1]
    href = reverse("office:card-show", args=[cycle_id, first[0].card.head.reporter_id]) if first else ""
    if is_over:
        return Bar(
            Words("会开过了，卡不用再印"),
            Words("卡上的数还跟着台账走，点评记在卡旁边，随时可以看。"),
            href,
            Words("从第1位看起"),
        )
    if old:
        return Bar(
            Words("{old}张印过的卡旧了，重印", old=old),
            Words("印好以后台账或问题有变化。新的一版号数往后排，旧的收回。"),
        )
    if unprinted:
        return Bar(
            Words("看一遍，会前印给点评人"),
            Words(
                "还有{unprinted}/{total}张没有印。现场述职的一人一页。",
                unprinted=unprinted,
                total=len(on_site),
            ),
            href,
            Words("从第1位看起"),
        )
    return Bar(
        Words("现场述职的卡都印了"),
        Words("会上可以在卡上边听边记。数字变了，这里会说哪几张旧了。"),
        href,
        Words("从第1位看起"),
    )
