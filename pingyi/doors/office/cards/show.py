"""One card on the screen, with what is recorded while listening, and the ways to the evidence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from pingyi.core.clock import now
from pingyi.core.errors import Missing, Refused
from pingyi.core.words import Words
from pingyi.doors.office.cards.gathered import seen_cards, seen_cycle
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.review.cards.documents.desk import MOST_PROBLEMS
from pingyi.review.cards.domain.card import Card
from pingyi.review.cards.domain.table import NO_RECORD
from pingyi.review.cards.phrases import BOXES
from pingyi.review.cards.queries import newest_prints
from pingyi.review.cards.queries.reports import report_in
from pingyi.review.cycles.queries.lookup import find_reporter
from pingyi.review.meetings.domain.comment_edit import Part
from pingyi.review.meetings.phrases import PARTS
from pingyi.review.meetings.queries import sitting_of
from pingyi.review.meetings.queries.comments import comment_of, sentences_of
from pingyi.review.meetings.rules import may_record_words

if TYPE_CHECKING:
    from pingyi.review.cards.models import CardPrint
    from pingyi.review.cycles.models import Cycle, Reporter

SAID_PARTS = (Part.STRENGTH, Part.PROBLEM, Part.REQUIREMENT)


@dataclass(frozen=True)
class Basis:
    """A way to the records: where, what it is called, how much there is."""

    href: str
    icon: str
    title: str
    note: str


@office_page
@require_GET
def show(request: OfficeRequest, cycle_id: int, reporter_id: int) -> HttpResponse:
    return card_page(request, seen_cycle(request, cycle_id), reporter_id)


def card_page(
    request: OfficeRequest,
    cycle: Cycle,
    reporter_id: int,
    refusal: Refused | None = None,
    typed: str = "",
) -> HttpResponse:
    """The page; after a refused sentence with the words as they were typed."""
    reporter, moment = find_reporter(cycle, reporter_id), now()
    cards = seen_cards(request, cycle, moment)
    place = next((n for n, card in enumerate(cards) if card.head.reporter_id == reporter_id), None)
    if place is None:
        raise Missing(Words("本单位的点评卡自己不看。请回到“点评卡”，看别的单位的。"), code="card.own")
    card = cards[place]
    printed = newest_prints(cycle, [card.head.organisation_id]).get(card.head.organisation_id)
    comment = comment_of(reporter)
    is_on_site = card.head.place > 0
    shown = {
        "cycle": cycle,
        "reporter": reporter,
        "card": card,
        "problems": card.case.problems[:MOST_PROBLEMS],
        "left_out": max(0, len(card.case.problems) - MOST_PROBLEMS),
        "boxes": BOXES,
        "as_of": moment,
        "earlier": cards[place - 1] if place else None,
        "later": cards[place + 1] if place + 1 < len(cards) else None,
        "on_site": sum(one.head.place > 0 for one in cards),
        "printed": printed,
        "changed": changed_lines(card, printed),
        "comment": comment,
        "sentences": sentences_of(comment),
        "sitting": sitting_of(reporter.meeting) if is_on_site else None,
        "may_record": is_on_site and may_record_words(request.actor, reporter.meeting),
        "parts": [(part, PARTS[part]) for part in SAID_PARTS],
        "basis": _basis(cycle, reporter, card),
        "refusal": refusal,
        "typed": typed,
    }
    return render(request, "office/card-show.html", shown, status=refusal.status if refusal else 200)


def changed_lines(card: Card, printed: CardPrint | None) -> list[str]:
    """What the card says now that its last print does not."""
    if printed is None or printed.fingerprint == card.fingerprint:
        return []
    before = set(printed.lines)
    return [line for line in card.lines() if line not in before]


def _basis(cycle: Cycle, reporter: Reporter, card: Card) -> list[Basis]:
    own, report = reporter.organisation_id, report_in(reporter)
    found = [
        Basis(
            reverse("office:orglife-matrix", args=[own]),
            "table",
            Words("组织生活台账"),
            Words("支部{branches}个", branches=card.head.branches) if card.head.branches else NO_RECORD,
        ),
        Basis(
            f"{reverse('office:topic-list')}?organisation={own}",
            "gavel",
            Words("议题与决策"),
            Words("按单位看"),
        ),
    ]
    for one in card.case.problems:
        href = reverse("office:problem-show", args=[one.key])
        found.append(Basis(href, "list-check", one.basis, Words("佐证{evidence}份", evidence=one.evidence)))
    if report is not None:
        href = reverse("office:report-show", args=[report.pk])
        found.append(
            Basis(href, "file-text", Words("述职报告全文"), Words("第{round}稿", round=report.rounds))
        )
    return found
