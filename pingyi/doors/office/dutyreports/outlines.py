"""The outlines of a cycle: which sections a report begins with, by kind of unit."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from pingyi.core.clock import now
from pingyi.core.errors import Forbidden, Missing, Refused
from pingyi.core.words import Words
from pingyi.doors.office.dutyreports.outline_form import PART_WORDS, SectionRow, rows_of, sections_in
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.doors.office.sent_fields import faults_of
from pingyi.review.cycles.queries import settings_of
from pingyi.review.cycles.queries.lookup import find_cycle
from pingyi.review.dutyreports.domain.outline import UnitGroup
from pingyi.review.dutyreports.domain.outline_samples import DEFAULTS, SAMPLES, Sample
from pingyi.review.dutyreports.queries import OutlineRow, outlines_of
from pingyi.review.dutyreports.rules import may_list_reports, may_set_reports
from pingyi.review.dutyreports.services import OutlineChange, change_outline, take_sample

if TYPE_CHECKING:
    from pingyi.review.cycles.models import Cycle

GROUP_WORDS = {
    UnitGroup.HOSPITAL: Words("附属医院"),
    UnitGroup.COLLEGE: Words("学院"),
    UnitGroup.BRANCH: Words("党支部"),
    UnitGroup.OFFICE: Words("机关"),
    UnitGroup.OTHER: Words("其他单位"),
}


@dataclass(frozen=True)
class OutlineLine:
    row: OutlineRow
    words: str
    # The sample that the outline is word for word, if it is one.
    sample: Sample | None


@office_page
@require_GET
def outline_list(request: OfficeRequest, cycle_id: int) -> HttpResponse:
    cycle = _cycle(request, cycle_id)
    shown = {
        "cycle": cycle,
        "lines": [OutlineLine(row, GROUP_WORDS[row.group], _sample_of(row)) for row in outlines_of(cycle)],
        "may_set": _may_set(request, cycle),
        "settings": settings_of(cycle),
        "part_words": PART_WORDS,
    }
    return render(request, "office/outline-list.html", shown)


@office_page
@require_http_methods(["GET", "POST"])
def outline_edit(request: OfficeRequest, cycle_id: int, group: str) -> HttpResponse:
    """POST rows: `heading-N` (empty: no section), `part-N`, `guidance-N`, `max-N`, `code-N`, `place-N` (the order)."""
    cycle, kind = _cycle(request, cycle_id), _group(group)
    if request.method == "GET":
        return _page(request, cycle, kind)
    try:
        change = change_outline(
            actor=request.actor, now=now(), cycle=cycle, group=kind, sections=sections_in(request.POST)
        )
    except Forbidden:
        raise
    except Refused as refusal:
        return _page(request, cycle, kind, refusal, request.POST.dict())
    return _changed(request, cycle, kind, change)


@office_page
@require_POST
def outline_take(request: OfficeRequest, cycle_id: int, group: str) -> HttpResponse:
    """POST `sample`: one of the outlines that were seen in use takes the place of this one."""
    cycle, kind = _cycle(request, cycle_id), _group(group)
    try:
        change = take_sample(
            actor=request.actor, now=now(), cycle=cycle, group=kind, sample=request.POST.get("sample", "")
        )
    except Forbidden:
        raise
    except Refused as refusal:
        return _page(request, cycle, kind, refusal)
    return _changed(request, cycle, kind, change)


def _changed(request: OfficeRequest, cycle: "Cycle", kind: UnitGroup, change: OutlineChange) -> HttpResponse:
    words = (
        Words("{group_words}的提纲存好了。", group_words=GROUP_WORDS[kind])
        if change.is_changed
        else Words("提纲没有变动。")
    )
    if change.joined:
        words += Words("正在写的{joined}份报告末尾加上了新的节，写好的都在。", joined=change.joined)
    messages.success(request, words)
    return redirect("office:outline-list", cycle.pk)


def _page(
    request: OfficeRequest,
    cycle: "Cycle",
    kind: UnitGroup,
    refusal: Refused | None = None,
    typed: Mapping[str, str] | None = None,
) -> HttpResponse:
    row = next(one for one in outlines_of(cycle) if one.group == kind)
    faults = faults_of(refusal)
    rows: list[SectionRow] = rows_of(row.sections, typed, faults)
    shown = {
        "cycle": cycle,
        "group": kind,
        "words": GROUP_WORDS[kind],
        "row": row,
        "rows": rows,
        "parts": PART_WORDS.items(),
        "samples": SAMPLES.values(),
        "chosen": _sample_of(row),
        "default": SAMPLES[DEFAULTS[kind]],
        "may_set": _may_set(request, cycle),
        "refusal": refusal,
        "fault": faults.get("sections", ""),
    }
    return render(request, "office/outline-edit.html", shown, status=refusal.status if refusal else 200)


def _cycle(request: OfficeRequest, cycle_id: int) -> "Cycle":
    cycle = find_cycle(cycle_id)
    if not may_list_reports(request.actor, cycle):
        raise Forbidden(Words("报告提纲，经办人定，领导看。您的报告分哪几节，在报告那一页。"))
    return cycle


def _may_set(request: OfficeRequest, cycle: "Cycle") -> bool:
    return may_set_reports(request.actor, cycle) and cycle.state != "archived"


def _group(text: str) -> UnitGroup:
    try:
        return UnitGroup(text)
    except ValueError:
        raise Missing(Words("没有这类单位的提纲。请回到“报告提纲”。"), code="outline.group") from None


def _sample_of(row: OutlineRow) -> Sample | None:
    return next((one for one in SAMPLES.values() if one.sections == row.sections), None)
