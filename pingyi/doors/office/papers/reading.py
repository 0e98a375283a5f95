"""What the views of papers share: which paper an address names, who may see it, its files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.urls import reverse

from pingyi.core.errors import Forbidden, Missing
from pingyi.core.words import Words
from pingyi.documents.render.files import RenderedFile
from pingyi.doors.office.ballots.reading import file_answer
from pingyi.doors.office.pages import OfficeRequest
from pingyi.review.cycles.queries.lookup import find_cycle, find_meeting
from pingyi.review.papers.domain.kinds import Kind
from pingyi.review.papers.queries import Target
from pingyi.review.papers.rules import may_read_papers

if TYPE_CHECKING:
    from pingyi.documents.domain.blanks import Gap
    from pingyi.review.cycles.models import Cycle

# Where each missing thing is filled in.
PLACES = {
    "plan": ("cycle-plan", Words("方案和会议")),
    "reporters": ("reporter-list", Words("述职人员")),
    "classes": ("class-list", Words("票类和名单")),
    "settings": ("setting-list", Words("规则")),
    "letters": ("letter-list", Words("反馈与文书")),
}
WORD, PDF = "docx", "pdf"


def seen_cycle(request: OfficeRequest, cycle_id: int) -> Cycle:
    """The review, or a word to whoever may not see its papers."""
    cycle = find_cycle(cycle_id)
    if not may_read_papers(request.actor, cycle):
        raise Forbidden(Words("公文由经办人写，经办人和领导看。"))
    return cycle


def seen_target(request: OfficeRequest, cycle_id: int, paper_kind: str, planned_id: int) -> Target:
    """The paper that the address names; `planned_id` is the meeting's number, 0 for a paper of the whole review."""
    cycle = seen_cycle(request, cycle_id)
    if paper_kind not in Kind.__members__.values():
        raise Missing(Words("没有这种公文。请从“公文”里打开。"), code="paper.missing")
    return Target(cycle, Kind(paper_kind), find_meeting(cycle, planned_id) if planned_id else None)


def address(name: str, target: Target, *more: str) -> str:
    """An address of this paper."""
    meeting = target.meeting.pk if target.meeting else 0
    return reverse(f"office:{name}", args=[target.cycle.pk, target.kind, meeting, *more])


def gap_links(cycle: Cycle, gaps: tuple[Gap, ...]) -> list[tuple[str, str, str]]:
    """What is missing, each with the address and the name of the page that has it, or "" for the paper itself."""
    found = []
    for gap in gaps:
        name, word = PLACES.get(gap.place, ("", ""))
        found.append((gap.text, reverse(f"office:{name}", args=[cycle.pk]) if name else "", word))
    return found


def rendered_answer(file: RenderedFile) -> HttpResponse:
    """A file that was just made."""
    stem, _, extension = file.name.rpartition(".")
    return file_answer(file.content, stem, extension, file.media_type)
