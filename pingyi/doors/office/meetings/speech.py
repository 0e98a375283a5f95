"""The speech: full text, cut at 一是、二是、三是 with a preview, each requirement addressed to a level."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from pingyi.core.clock import now
from pingyi.core.errors import Forbidden, Refused
from pingyi.core.words import Words
from pingyi.doors.office.meetings.speech_form import (
    NONE,
    SpeechForm,
    cut_at_numbers,
    form_of_post,
    form_of_speech,
)
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.review.meetings.phrases import LEVELS
from pingyi.review.meetings.queries import find_review_meeting, find_sitting, sitting_of
from pingyi.review.meetings.queries.speeches import requirements_of, speech_of
from pingyi.review.meetings.rules import may_read_words, may_record_words
from pingyi.review.meetings.services import save_speech

if TYPE_CHECKING:
    from pingyi.review.cycles.models import ReviewMeeting


@office_page
@require_http_methods(["GET", "POST"])
def write(request: OfficeRequest, meeting_id: int) -> HttpResponse:
    """The speech as it stands; posted, it is cut for a look (act=split) or saved (act=save)."""
    meeting = find_review_meeting(meeting_id)
    if not may_read_words(request.actor, meeting):
        raise Forbidden(Words("讲话要求由经办人记录，领导可以看。"))
    if request.method == "GET":
        return _page(request, meeting)
    form = form_of_post(request.POST)
    if request.POST.get("act") == "split":
        return _page(request, meeting, cut_at_numbers(form))
    return _save(request, meeting, form)


def _save(request: OfficeRequest, meeting: ReviewMeeting, form: SpeechForm) -> HttpResponse:
    sitting = find_sitting(meeting)
    try:
        save_speech(
            actor=request.actor,
            now=now(),
            sitting=sitting,
            text=form.text,
            requirements=form.requirements,
            seen_version=form.version,
        )
    except Forbidden:
        raise
    except Refused as refusal:
        return _page(request, meeting, form, refusal)
    asked = sum(row.asked for row in requirements_of(meeting))  # type: ignore[attr-defined]
    messages.success(
        request,
        Words(
            "存好了，{requirements}条要求，发给单位{asked}份。",
            requirements=len(form.requirements),
            asked=asked,
        ),
    )
    return redirect("office:speech-write", meeting.pk)


def _page(
    request: OfficeRequest,
    meeting: ReviewMeeting,
    form: SpeechForm | None = None,
    refusal: Refused | None = None,
) -> HttpResponse:
    sitting = sitting_of(meeting)
    speech = speech_of(sitting) if sitting else None
    requirements = requirements_of(meeting)
    is_changed = refusal is not None and refusal.code == "speech.changed_meanwhile"
    form = form or form_of_speech(speech, requirements)
    if is_changed and speech is not None:
        # Who has seen what stands there now may save over it.
        form.version = speech.version
    shown = {
        "meeting": meeting,
        "sitting": sitting,
        "speech": speech,
        "requirements": requirements,
        "form": form,
        "levels": [*LEVELS.items(), (NONE, Words("不列为要求"))],
        "is_changed": is_changed,
        "refusal": refusal,
        "may_record": may_record_words(request.actor, meeting) and sitting is not None,
    }
    return render(request, "office/speech-write.html", shown, status=refusal.status if refusal else 200)
