"""Files of the collection and of the briefs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.views.decorators.http import require_GET

from pingyi.core.clock import now
from pingyi.core.errors import Forbidden, Missing
from pingyi.core.words import Words
from pingyi.doors.office.ballots.reading import file_answer
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.review.collection.queries.printing import brief_file, collection_file
from pingyi.review.collection.rules import may_read_collection
from pingyi.review.meetings.queries import find_review_meeting

if TYPE_CHECKING:
    from pingyi.documents.render.files import RenderedFile
    from pingyi.review.cycles.models import ReviewMeeting

PDF, WORD = "pdf", "docx"


@office_page
@require_GET
def download(request: OfficeRequest, meeting_id: int, kind: str) -> HttpResponse:
    """`kind` is collection-pdf, collection-docx, briefs-pdf or briefs-docx."""
    meeting = _readable(request, meeting_id)
    what, _, form = kind.partition("-")
    if what not in {"collection", "briefs"} or form not in {PDF, WORD}:
        raise Missing(Words("没有这种文件。请回到“材料汇编”页再下载。"), code="file.missing")
    make = collection_file if what == "collection" else brief_file
    return _answer(make(meeting, now(), is_word=form == WORD))


@office_page
@require_GET
def download_one(request: OfficeRequest, meeting_id: int, reporter_id: int, kind: str) -> HttpResponse:
    """The brief of one reporter; `kind` is pdf or docx."""
    meeting = _readable(request, meeting_id)
    if kind not in {PDF, WORD}:
        raise Missing(Words("没有这种文件。请回到“材料汇编”页再下载。"), code="file.missing")
    return _answer(brief_file(meeting, now(), is_word=kind == WORD, only=reporter_id))


def _readable(request: OfficeRequest, meeting_id: int) -> ReviewMeeting:
    meeting = find_review_meeting(meeting_id)
    if not may_read_collection(request.actor, meeting):
        raise Forbidden(Words("材料汇编由经办人编，经办人和领导看。"))
    return meeting


def _answer(file: RenderedFile) -> HttpResponse:
    stem, _, extension = file.name.rpartition(".")
    return file_answer(file.content, stem, extension, file.media_type)
