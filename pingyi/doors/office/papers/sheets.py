"""Sheets of a meeting that are only downloaded: lists to sign."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.views.decorators.http import require_GET

from pingyi.core.errors import Missing
from pingyi.core.words import Words
from pingyi.documents.render.files import excel_file, pdf_file, word_file
from pingyi.documents.render.packing import pack
from pingyi.doors.office.ballots.reading import file_answer
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.doors.office.papers.reading import rendered_answer, seen_cycle
from pingyi.review.cycles.queries.lookup import find_meeting
from pingyi.review.cycles.queries.meetings import meetings_of
from pingyi.review.cycles.queries.paper_facts import meeting_facts, review_facts
from pingyi.review.meetings.documents import sign_form, sign_papers, sign_workbook
from pingyi.review.meetings.queries.paper_facts import sign_sheets

if TYPE_CHECKING:
    from pingyi.review.cycles.documents import MeetingFacts
    from pingyi.review.cycles.models import ReviewMeeting
    from pingyi.review.meetings.documents import SignSheets


@office_page
@require_GET
def download(request: OfficeRequest, cycle_id: int, planned_id: int, sheet_file: str) -> HttpResponse:
    """`sheet_file` is sign.pdf, sign.xlsx or sign.docx (a Word file per class, packed)."""
    cycle = seen_cycle(request, cycle_id)
    meeting = find_meeting(cycle, planned_id)
    if sheet_file not in FILES:
        raise Missing(Words("没有这种表。请从“公文”里下载。"), code="file.missing")
    return FILES[sheet_file](meeting, meeting_facts(meeting, review_facts(cycle), meetings_of(cycle)))


def _sign_pdf(meeting: ReviewMeeting, facts: MeetingFacts) -> HttpResponse:
    return rendered_answer(pdf_file(sign_form(_signed(meeting, facts))))


def _sign_excel(meeting: ReviewMeeting, facts: MeetingFacts) -> HttpResponse:
    return rendered_answer(excel_file(sign_workbook(_signed(meeting, facts))))


def _sign_word(meeting: ReviewMeeting, facts: MeetingFacts) -> HttpResponse:
    files = [word_file(paper) for paper in sign_papers(_signed(meeting, facts))]
    packed = pack({file.name: file.content for file in files})
    return file_answer(packed, Words("签到表_{meeting}", meeting=meeting.name), "zip", "application/zip")


def _signed(meeting: ReviewMeeting, facts: MeetingFacts) -> SignSheets:
    sheets = sign_sheets(meeting, facts)
    if not sheets.classes:
        raise Missing(Words("还没有票类和名单，没有签到表。请先列名单。"), code="sheets.none")
    return sheets


FILES: dict[str, Callable[[ReviewMeeting, MeetingFacts], HttpResponse]] = {
    "sign.pdf": _sign_pdf,
    "sign.xlsx": _sign_excel,
    "sign.docx": _sign_word,
}
