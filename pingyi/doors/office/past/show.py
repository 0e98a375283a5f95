"""Reviews of earlier years: the list, and one with its facts, sentences and text."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from pingyi.core.errors import Forbidden
from pingyi.core.words import Words
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.publishing.domain.reading.news import KEYS
from pingyi.publishing.domain.reading.words import KEY_WORDS, in_words
from pingyi.publishing.queries import past_review_with_id, past_reviews, registered_as
from pingyi.publishing.rules import may_read_past, may_record_past

if TYPE_CHECKING:
    from pingyi.publishing.models import PastReview


@dataclass(frozen=True)
class ConfirmedLine:
    label: str
    value: str
    items: tuple[str, ...]
    sentence: str
    is_changed: bool


@office_page
@require_GET
def past_list(request: OfficeRequest) -> HttpResponse:
    """Every review of an earlier year that was entered."""
    if not may_read_past(request.actor):
        raise Forbidden
    shown = {"rows": past_reviews(), "may_record": may_record_past(request.actor)}
    return render(request, "office/past-list.html", shown)


@office_page
@require_GET
def past_show(request: OfficeRequest, past_id: int) -> HttpResponse:
    """The confirmed facts, each with its sentence, who reported on site, and the text as it came."""
    if not may_read_past(request.actor):
        raise Forbidden
    past = past_review_with_id(past_id)
    shown = {
        "past": past,
        "lines": _lines(past),
        "turns": _turns(past),
        "problems": past.facts.get("problems", []),
    }
    return render(request, "office/past-show.html", shown)


def _lines(past: "PastReview") -> list[ConfirmedLine]:
    facts: dict[str, Any] = past.facts
    return [
        ConfirmedLine(
            KEY_WORDS[key],
            in_words(facts.get(key)),
            _items(facts.get(key)),
            facts["evidence"].get(key, ""),
            key in facts["changed"],
        )
        for key in KEYS
        if key != "organisations_on_site"
    ]


def _items(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list):
        return ()
    return tuple(
        Words("{one}：{one_2}", one=one["role"], one_2=one["name"]) if isinstance(one, dict) else str(one)
        for one in value
    )


def _turns(past: "PastReview") -> list[tuple[str, str]]:
    names = registered_as(turn["organisation"] for turn in past.turns)
    return [(turn["name"], names.get(turn["organisation"], "")) for turn in past.turns]
