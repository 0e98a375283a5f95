"""边听边记: one more sentence of the comment, written on the card's page."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from pingyi.core.clock import now
from pingyi.core.errors import Forbidden, Missing, Refused
from pingyi.core.words import Words
from pingyi.doors.office.cards.gathered import seen_cycle
from pingyi.doors.office.cards.show import SAID_PARTS, card_page
from pingyi.doors.office.meetings.comment_form import form_of_sentences
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.review.cards.rules import may_read_card
from pingyi.review.cycles.queries.lookup import find_reporter
from pingyi.review.meetings.phrases import PARTS
from pingyi.review.meetings.queries.comments import comment_of, sentences_of
from pingyi.review.meetings.services import write_comment


@office_page
@require_POST
def note(request: OfficeRequest, cycle_id: int, reporter_id: int) -> HttpResponse:
    """Fields: say (what was said), part (strength, problem, requirement), version (of the comment as it was seen)."""
    cycle = seen_cycle(request, cycle_id)
    reporter = find_reporter(cycle, reporter_id)
    if not may_read_card(request.actor, cycle, reporter.organisation_id):
        raise Forbidden(Words("本单位的点评卡自己不看，也不在上面记。"))
    comment = comment_of(reporter)
    form = form_of_sentences(comment, sentences_of(comment))
    form.new_text = request.POST.get("say", "")
    form.new_part = request.POST.get("part", "")
    version = request.POST.get("version", "")
    try:
        _check(form.new_text, form.new_part)
        write_comment(
            actor=request.actor,
            now=now(),
            reporter=reporter,
            sentences=form.sentences,
            seen_version=int(version) if version.isascii() and version.isdigit() else None,
        )
    except (Forbidden, Missing):
        raise
    except Refused as refusal:
        return card_page(request, cycle, reporter_id, refusal, form.new_text)
    messages.success(request, Words("记下了，归到“{part}”。", part=PARTS[form.new_part]))
    return redirect(f"{reverse('office:card-show', args=[cycle_id, reporter_id])}#say")


def _check(text: str, part: str) -> None:
    if not text.strip():
        raise Refused(Words("这一句是空的，没有记。写一句再按。"), code="comment.empty", field="say")
    if part not in SAID_PARTS:
        raise Refused(Words("这一句归到肯定、问题还是要求，请按其中一个。"), code="comment.part", field="say")
