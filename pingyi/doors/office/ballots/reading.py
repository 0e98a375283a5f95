"""What the ballot's views share: finding the voting and the box of a request, reading numbers, handing out files."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from django.http import HttpResponse

from pingyi.core.errors import Missing, Refused
from pingyi.core.words import Words
from pingyi.doors.office.pages import OfficeRequest
from pingyi.review.ballots.queries.votings import find_box, voting_of
from pingyi.review.meetings.queries import find_meeting

if TYPE_CHECKING:
    from pingyi.review.ballots.models import Box, Voting


def find_voting(meeting_id: int) -> Voting:
    """The meeting's voting, or a refusal that says who sets it up."""
    voting = voting_of(find_meeting(meeting_id))
    if voting is None:
        raise Missing(Words("这场会还没有准备票箱。请经办人到“票条与投票”准备。"), code="voting.missing")
    return voting


def box_in(request: OfficeRequest, voting: Voting) -> Box:
    """The box that the form names."""
    return find_box(voting, whole_number(request, "box", Words("票箱")))


def whole_number(request: OfficeRequest, name: str, word: str) -> int:
    """A whole number from the form, not negative; the refusal stands at its field."""
    text = request.POST.get(name, "").strip()
    if not text.isascii() or not text.isdigit() or len(text) > 9:
        raise Refused(
            Words("“{word}”要填整数，不能空着。没有就填0。", word=word), code="form.number", field=name
        )
    return int(text)


def file_answer(content: bytes, stem: str, extension: str, kind: str) -> HttpResponse:
    """A file to save, with its Chinese name."""
    response = HttpResponse(content, content_type=kind)
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(f'{stem}.{extension}')}"
    return response
