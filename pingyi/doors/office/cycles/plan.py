"""The plan's first page: name and year, the three phases, the meetings."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from pingyi.core.clock import PEOPLE_ZONE, now
from pingyi.core.errors import Forbidden, Refused
from pingyi.core.words import Words
from pingyi.doors.office.cycles.meeting_form import MEETING_MODES, meeting_fields
from pingyi.doors.office.cycles.next_step import bar_of
from pingyi.doors.office.form_fields import Field, FormState
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.doors.office.sent_fields import faults_of, number_in, read_all, sent_day, sent_moment
from pingyi.review.cycles.domain.gaps import Page
from pingyi.review.cycles.domain.phases import PhaseDates
from pingyi.review.cycles.queries.lookup import find_cycle
from pingyi.review.cycles.queries.meetings import likely_speakers, meetings_of
from pingyi.review.cycles.queries.people import label_of
from pingyi.review.cycles.rules import may_prepare, may_read_plan, may_start_cycles
from pingyi.review.cycles.services import rename_cycle, set_phase_dates

if TYPE_CHECKING:
    from pingyi.review.cycles.models import Cycle, ReviewMeeting

PHASES = (
    ("before", Words("述前"), Words("交述职报告、摸底")),
    ("during", Words("述中"), Words("开会、投票")),
    ("after", Words("述后"), Words("反馈、整改")),
)
NEW_MEETING = "new"


@dataclass(frozen=True)
class PhaseLine:
    """One phase with its two dates."""

    word: str
    what: str
    first: Field
    last: Field


@dataclass(frozen=True)
class MeetingCard:
    """A meeting with the form that changes it; open where something was just refused."""

    meeting: "ReviewMeeting"
    mode: str
    fields: list[Field]
    is_open: bool


@office_page
@require_GET
def cycle_plan(request: OfficeRequest, cycle_id: int) -> HttpResponse:
    return plan_page(request, find_cycle(cycle_id))


@office_page
@require_POST
def cycle_rename(request: OfficeRequest, cycle_id: int) -> HttpResponse:
    """POST `name`, `year`."""
    cycle = find_cycle(cycle_id)
    try:
        rename_cycle(
            actor=request.actor,
            now=now(),
            cycle=cycle,
            name=request.POST.get("name", ""),
            year=number_in(request.POST.get("year", "")),
        )
    except Refused as refusal:
        return plan_page(request, cycle, refusal, "title")
    messages.success(request, Words("名称和年度存好了。"))
    return redirect("office:cycle-plan", cycle_id)


@office_page
@require_POST
def cycle_dates(request: OfficeRequest, cycle_id: int) -> HttpResponse:
    """POST `before_from` `before_to` `during_from` `during_to` `after_from` `after_to` (days), `reports_due_at`."""
    cycle = find_cycle(cycle_id)
    try:
        set_phase_dates(
            actor=request.actor,
            now=now(),
            cycle=cycle,
            dates=PhaseDates(
                **read_all({name: partial(sent_day, request.POST, name) for name in _date_names()})
            ),
            reports_due_at=sent_moment(request.POST, "reports_due_at"),
        )
    except Refused as refusal:
        return plan_page(request, cycle, refusal, "dates")
    messages.success(request, Words("三个阶段的日期存好了。"))
    return redirect("office:cycle-plan", cycle_id)


def plan_page(
    request: OfficeRequest, cycle: "Cycle", refusal: Refused | None = None, failed: str = ""
) -> HttpResponse:
    """The page; with a refusal, the form that `failed` keeps what was typed."""
    if not may_read_plan(request.actor, cycle):
        raise Forbidden
    may_edit = may_prepare(request.actor, cycle) and cycle.state == "draft"
    meetings = meetings_of(cycle)

    def state(form: str, stored: Mapping[str, str]) -> FormState:
        if form != failed:
            return FormState(form, stored)
        return FormState(form, stored, request.POST, faults_of(refusal))

    shown = {
        "cycle": cycle,
        "may_edit": may_edit,
        "may_start": may_start_cycles(request.actor),
        "bar": bar_of(cycle, Page.PLAN, may_edit=may_prepare(request.actor, cycle)),
        "refusal": refusal if refusal and not faults_of(refusal) else None,
        "title_fields": _title_fields(state("title", {"name": cycle.name, "year": str(cycle.year)})),
        "title_open": failed == "title",
        "phases": _phase_lines(state("dates", _stored_dates(cycle))),
        "due": state("dates", _stored_dates(cycle)).field(
            "reports_due_at",
            Words("交述职报告截止"),
            kind="datetime-local",
            hint=Words("在述前开始以后、述中结束以前。"),
        ),
        "cards": [
            MeetingCard(
                meeting,
                MEETING_MODES[meeting.ballot_mode],
                meeting_fields(state(f"meeting{meeting.pk}", stored_meeting(meeting))),
                failed == f"meeting{meeting.pk}",
            )
            for meeting in meetings
        ],
        "new_meeting": meeting_fields(
            state(
                NEW_MEETING, {"name": Words("{year}年度述职评议会", year=cycle.year), "ballot_mode": "paper"}
            )
        ),
        "new_open": failed == NEW_MEETING or not meetings,
        "people": likely_speakers(cycle) if may_edit else [],
    }
    return render(request, "office/cycle-plan.html", shown, status=refusal.status if refusal else 200)


def stored_meeting(meeting: "ReviewMeeting") -> dict[str, str]:
    """The meeting as its form shows it."""
    return {
        "name": meeting.name,
        "held_at": _moment_text(meeting.held_at),
        "place": meeting.place,
        "ballot_mode": meeting.ballot_mode,
        "chair": label_of(meeting.chair) if meeting.chair else "",
        "chair_title": meeting.chair_title,
        "commentator": label_of(meeting.commentator) if meeting.commentator else "",
        "commentator_title": meeting.commentator_title,
    }


def _title_fields(state: FormState) -> list[Field]:
    return [
        state.field("name", Words("名称")),
        state.field("year", Words("评议哪一年"), css="w-n", is_required=True),
    ]


def _phase_lines(state: FormState) -> list[PhaseLine]:
    return [
        PhaseLine(
            word,
            what,
            state.field(f"{key}_from", Words("{word}开始", word=word), kind="date"),
            state.field(f"{key}_to", Words("{word}结束", word=word), kind="date"),
        )
        for key, word, what in PHASES
    ]


def _stored_dates(cycle: "Cycle") -> dict[str, str]:
    days = {name: _day_text(getattr(cycle, name)) for name in _date_names()}
    return {**days, "reports_due_at": _moment_text(cycle.reports_due_at)}


def _date_names() -> list[str]:
    return [f"{key}_{end}" for key, _, _ in PHASES for end in ("from", "to")]


def _day_text(day: date | None) -> str:
    return day.isoformat() if day else ""


def _moment_text(moment: datetime | None) -> str:
    return f"{moment.astimezone(PEOPLE_ZONE):%Y-%m-%dT%H:%M}" if moment else ""
