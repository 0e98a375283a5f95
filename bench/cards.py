"""How alike the cards of 34 made-up units are when names are taken out, and how long it takes to draw them.

The control: one card sent to all 34 with other names, as a mail merge does it, must be found to be the same.
"""

import json
import time
from dataclasses import replace
from datetime import datetime
from fractions import Fraction
from io import BytesIO
from statistics import median

from pypdf import PdfReader

from pingyi.core.clock import PEOPLE_ZONE
from pingyi.documents.render.desk_cards import pdf_desk_cards
from pingyi.review.cards.documents import Stamp, desk_sheet
from pingyi.review.cards.domain.card import Card
from pingyi.review.cards.domain.likeness import Likeness, pairs_alike
from tests.factories.cards import made_up_card, nameless

UNITS = 34
PROMISED_SECONDS = 5
NOW = datetime(2026, 1, 15, 10, 40, tzinfo=PEOPLE_ZONE)


def bench(as_json: bool = False) -> dict[str, object]:
    """Makes and draws the cards, compares each with each, prints the figures and gives them back."""
    cards = [made_up_card(number) for number in range(1, UNITS + 1)]
    merged = [
        replace(cards[0], head=replace(other.head, place=1, reporter_id=1, since=cards[0].head.since))
        for other in cards
    ]
    pages, seconds, worked = _drawn(cards)
    real, control = (
        pairs_alike([nameless(one) for one in cards]),
        pairs_alike([nameless(one) for one in merged]),
    )
    figures: dict[str, object] = {
        "cards": UNITS,
        "pages": pages,
        "seconds": {"drawn": round(seconds, 2), "processor": round(worked, 2), "promised": PROMISED_SECONDS},
        "likeness": _told(real),
        "control (one card, other names)": _told(control),
    }
    is_different = not any(one.is_same for one in real) and all(one.is_same for one in control)
    figures["good"] = pages == UNITS and is_different and min(seconds, worked) < PROMISED_SECONDS
    print(json.dumps(figures, ensure_ascii=False) if as_json else _in_lines(figures))
    return figures


def _drawn(cards: list[Card]) -> tuple[int, float, float]:
    """Pages, seconds by the clock, seconds of the processor."""

    sheet = desk_sheet("2025年度述职评议", [(card, Stamp(1, NOW)) for card in cards], NOW)
    began, worked = time.perf_counter(), time.process_time()
    content = pdf_desk_cards(sheet).content
    taken = time.perf_counter() - began, time.process_time() - worked
    return len(PdfReader(BytesIO(content)).pages), *taken


def _told(pairs: list[Likeness]) -> dict[str, object]:
    return {
        "pairs": len(pairs),
        "same": sum(one.is_same for one in pairs),
        "equal lines, most": _percent(max(one.lines for one in pairs)),
        "equal lines, median": _percent(median(one.lines for one in pairs)),
        "runs in both, most": _percent(max(one.runs for one in pairs)),
        "runs in both, median": _percent(median(one.runs for one in pairs)),
    }


def _percent(share: Fraction) -> str:
    return f"{float(share):.1%}"


def _in_lines(figures: dict[str, object]) -> str:
    return "\n".join(f"{name}: {value}" for name, value in figures.items())
