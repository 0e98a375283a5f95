"""A secretary's own letter, from the moment it is given out: reading it signs for it, and she may say what she
thinks of it, once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from pingyi.core.clock import now
from pingyi.core.errors import Forbidden, Missing, Refused
from pingyi.core.words import Words
from pingyi.doors.office.appraisal.letter_page import letter_file, letter_page
from pingyi.doors.office.ballots.reading import file_answer
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.doors.office.sent_fields import faults_of
from pingyi.review.appraisal.documents.kept_letter import letter_from
from pingyi.review.appraisal.queries.letters import own_letters
from pingyi.review.appraisal.rules import is_addressee, may_read_own_letter
from pingyi.review.appraisal.services import give_statement, open_letter

if TYPE_CHECKING:
    from pingyi.review.appraisal.models import FeedbackLetter

CHOICES = {"yes": True, "no": False}


@office_page
@require_GET
def show(request: OfficeRequest, reporter_id: int) -> HttpResponse:
    """The first look is kept as the receipt."""
    letter = _own(request, reporter_id)
    open_letter(actor=request.actor, now=now(), letter=letter)
    return _page(request, letter)


@office_page
@require_POST
def state(request: OfficeRequest, reporter_id: int) -> HttpResponse:
    """Fields: agrees (yes, no), text."""
    letter, sent = _own(request, reporter_id), request.POST.dict()
    try:
        give_statement(
            actor=request.actor,
            now=now(),
            letter=letter,
            agrees=CHOICES.get(sent.get("agrees", "")),
            text=sent.get("text", ""),
        )
    except (Forbidden, Missing):
        raise
    except Refused as refusal:
        return _page(request, letter, sent, refusal)
    messages.success(request, Words("本人意见交上去了。"))
    return redirect("office:letter-own", reporter_id)


@office_page
@require_GET
def one_file(request: OfficeRequest, reporter_id: int) -> HttpResponse:
    """The Word file; having it is reading it."""
    letter = _own(request, reporter_id)
    open_letter(actor=request.actor, now=now(), letter=letter)
    file = letter_file(letter)
    return file_answer(file.content, file.name.removesuffix(".docx"), "docx", file.media_type)


def _page(
    request: OfficeRequest,
    letter: FeedbackLetter,
    sent: Mapping[str, str] | None = None,
    refusal: Refused | None = None,
) -> HttpResponse:
    shown = {
        "letter": letter,
        "reporter": letter.reporter,
        "page": letter_page(letter_from(letter.content)),
        "statement": getattr(letter, "statement", None),
        "may_state": is_addressee(request.actor, letter.reporter),
        "sent": sent or {},
        "faults": faults_of(refusal),
        "refusal": refusal,
    }
    return render(request, "office/letter-own.html", shown, status=refusal.status if refusal else 200)


def _own(request: OfficeRequest, reporter_id: int) -> FeedbackLetter:
    """Missing also when it is somebody else's: nobody learns whose letters are out."""
    for letter in own_letters(request.actor.organisation_ids):
        if letter.reporter_id == reporter_id and may_read_own_letter(request.actor, letter.reporter):
            return letter
    raise Missing(
        Words("没有给您的反馈意见，或者还没有发出。发出以后在“我的述职和整改”里看得到。"),
        code="letter.missing",
    )
