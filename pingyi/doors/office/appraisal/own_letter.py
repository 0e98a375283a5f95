"""A secretary's own letter, from the moment it is given out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from pingyi.core.errors import Missing
from pingyi.core.words import Words
from pingyi.doors.office.appraisal.letter_page import letter_file, letter_page
from pingyi.doors.office.ballots.reading import file_answer
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.review.appraisal.documents.kept_letter import letter_from
from pingyi.review.appraisal.queries.letters import own_letters
from pingyi.review.appraisal.rules import may_read_own_letter

if TYPE_CHECKING:
    from pingyi.review.appraisal.models import FeedbackLetter


@office_page
@require_GET
def show(request: OfficeRequest, reporter_id: int) -> HttpResponse:
    letter = _own(request, reporter_id)
    shown = {"letter": letter, "reporter": letter.reporter, "page": letter_page(letter_from(letter.content))}
    return render(request, "office/letter-own.html", shown)


@office_page
@require_GET
def one_file(request: OfficeRequest, reporter_id: int) -> HttpResponse:
    file = letter_file(_own(request, reporter_id))
    return file_answer(file.content, file.name.removesuffix(".docx"), "docx", file.media_type)


def _own(request: OfficeRequest, reporter_id: int) -> FeedbackLetter:
    """Missing also when it is somebody else's: nobody learns whose letters are out."""
    for letter in own_letters(request.actor.organisation_ids):
        if letter.reporter_id == reporter_id and may_read_own_letter(request.actor, letter.reporter):
            return letter
    raise Missing(
        Words("没有给您的反馈意见，或者还没有发出。发出以后在“我的述职和整改”里看得到。"),
        code="letter.missing",
    )
