"""One meeting: its agenda with the proof that it can be decided, who comes, and what each item came to."""

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from pingyi.core.clock import PEOPLE_ZONE, now, today
from pingyi.core.words import Words
from pingyi.documents.render.files import word_file
from pingyi.doors.office.acting import NOT_FAILED, Failed
from pingyi.doors.office.ballots.reading import file_answer
from pingyi.doors.office.decisions.item_forms import item_forms
from pingyi.doors.office.decisions.meeting_bar import meeting_bar
from pingyi.doors.office.decisions.proof_words import proof_lines
from pingyi.doors.office.decisions.reading import choices, may_write, people_choices, readable_meeting
from pingyi.doors.office.decisions.record_page import record_shown
from pingyi.doors.office.decisions.words import finding_lines
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.ledgers.decisions.documents import minutes
from pingyi.ledgers.decisions.domain.checks.held import SIGNERS
from pingyi.ledgers.decisions.phrases import BODIES, KINDS, OUTCOMES, PLANS, PURPOSES, VOTE_FORMS
from pingyi.ledgers.decisions.queries.agenda import MeetingSheet, meeting_sheet
from pingyi.ledgers.decisions.queries.minutes import minutes_facts
from pingyi.ledgers.decisions.queries.people import people_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pingyi.ledgers.decisions.domain.proof import Proof
    from pingyi.ledgers.decisions.models import DecisionMeeting, Seat


@office_page
@require_GET
def decision_meeting_show(request: OfficeRequest, decision_meeting_id: int) -> HttpResponse:
    return meeting_page(request, readable_meeting(request.actor, decision_meeting_id), NOT_FAILED)


@office_page
@require_GET
def minutes_file(request: OfficeRequest, decision_meeting_id: int) -> HttpResponse:
    """The minutes as .docx; without both signatures they say that they are a draft."""
    meeting = readable_meeting(request.actor, decision_meeting_id)
    file = word_file(minutes(minutes_facts(meeting_sheet(meeting))))
    return file_answer(file.content, file.name.removesuffix(".docx"), "docx", file.media_type)


def meeting_page(request: OfficeRequest, meeting: "DecisionMeeting", failed: Failed) -> HttpResponse:
    """The page, with what was refused of an act on it."""
    sheet = meeting_sheet(meeting)
    proof = sheet.proof()
    signed = list(meeting.signatures.select_related("person").order_by("pk"))
    writes = may_write(request.actor, meeting.organisation)
    is_held = meeting.begun_at is not None
    is_open = not is_held and meeting.called_off_at is None
    moment = now()
    record = record_shown(request.actor, sheet, signed, failed, writes=writes, day=today(moment))
    shown = {
        "decision_meeting": meeting,
        "sheet": sheet,
        "body": BODIES[meeting.body],
        "refusal": failed.loose,
        "writes": writes,
        "is_open": is_open,
        "is_held": is_held,
        "begin_fault": failed.state("begin").field("attended", "").fault,
        "may_begin": writes and is_open and bool(sheet.items) and moment >= meeting.held_at,
        "seats": [seat_shown(one, failed) for one in sheet.seats],
        "record": record,
        "present": sum(bool(one.attended) for one in sheet.voters),
        "plans": choices(PLANS),
        "items": _items(sheet, proof, failed, writes=writes),
        "notify_field": failed.state("notify", notified_on=today(moment).isoformat()).field(
            "notified_on", Words("哪天通知"), kind="date", is_required=True
        ),
        "invite_fields": _invite_fields(failed, meeting) if writes and is_open else [],
        "signed": signed,
        "signers": SIGNERS,
        "change_fields": _change_fields(failed, meeting) if writes and is_open else [],
        "change_failed": failed.form in ("change", "call-off"),
        "may_sign": writes and is_held and bool(sheet.items) and len(signed) < SIGNERS,
        "sign_fields": _sign_fields(failed, sheet, today(moment).isoformat()),
        "bar": meeting_bar(
            sheet, proof, signed=len(signed), is_time=moment >= meeting.held_at, record=record
        ),
    }
    return render(request, "office/decision-meeting-show.html", shown, status=failed.status)


def _items(
    sheet: MeetingSheet, proof: "Proof", failed: Failed, *, writes: bool
) -> "list[Mapping[str, object]]":
    lines = proof_lines(proof, sheet)
    shown: list[Mapping[str, object]] = []
    for one in sheet.items:
        line, words = lines[one.row.pk]
        forms = writes and sheet.meeting.begun_at is not None and not one.row.outcome
        shown.append(
            {
                "row": one.row,
                "purpose": PURPOSES[one.row.purpose],
                "outcome": OUTCOMES[one.row.outcome] if one.row.outcome else "",
                "form": VOTE_FORMS[one.row.form] if one.row.form else "",
                "line": line,
                "words": words,
                "findings": finding_lines(one.unmet),
                "recusals": one.recusals,
                "statements": one.statements,
                "forms": item_forms(failed, sheet, one) if forms else None,
                "kind": "" if one.facts.is_voted else KINDS[one.row.topic.kind],
                "put_off_failed": failed.form == f"put-off-{one.row.pk}",
                "recuse": writes and not one.row.outcome,
            }
        )
    return shown


def seat_shown(seat: "Seat", failed: Failed) -> "Mapping[str, object]":
    """Somebody who is invited, with what was typed and what is wrong with it."""
    form = failed.state(
        "seats",
        **{
            f"plan-{seat.pk}": seat.plan,
            f"reason-{seat.pk}": seat.reason,
            f"opinion-{seat.pk}": seat.opinion,
        },
    )
    return {
        "row": seat,
        "plan": PLANS[seat.plan],
        "plan_field": form.field(f"plan-{seat.pk}", ""),
        "reason_field": form.field(f"reason-{seat.pk}", ""),
        "opinion_field": form.field(f"opinion-{seat.pk}", ""),
    }


def _invite_fields(failed: Failed, meeting: "DecisionMeeting") -> list[object]:
    form = failed.state("invite", vote="observer")
    return [
        form.field(
            "person", Words("谁"), kind="select", options=people_choices(people_of(meeting.organisation))
        ),
        form.field(
            "vote",
            Words("怎么参加"),
            kind="select",
            options=[("observer", Words("列席，不表决")), ("member", Words("成员，参加表决"))],
        ),
    ]


def _change_fields(failed: Failed, meeting: "DecisionMeeting") -> list[object]:
    at = meeting.held_at.astimezone(PEOPLE_ZONE)
    form = failed.state("change", held_at=f"{at:%Y-%m-%dT%H:%M}", place=meeting.place)
    return [
        form.field("held_at", Words("什么时候"), kind="datetime-local", is_required=True),
        form.field("place", Words("地点")),
    ]


def _sign_fields(failed: Failed, sheet: MeetingSheet, day: str) -> list[object]:
    form = failed.state("sign", signed_on=day)
    recorder = ("recorder", Words("记录人{name}", name=sheet.meeting.recorder.name))
    there = [(str(one.pk), one.person.name) for one in sheet.seats if one.attended]
    return [
        form.field("seat", Words("谁签"), kind="select", options=[*there, recorder]),
        form.field("signed_on", Words("哪天签"), kind="date", is_required=True),
    ]
