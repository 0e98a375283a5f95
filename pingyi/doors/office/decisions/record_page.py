"""What the page of a meeting shows of its record: papers, findings, and the way to the level above."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from pingyi.core.clock import today
from pingyi.core.words import Words
from pingyi.doors.office.decisions.words import finding_lines
from pingyi.ledgers.decisions.domain.checks.held import Signed, check_informed, check_minutes
from pingyi.ledgers.decisions.queries.lookup import evidence_of, record_of
from pingyi.ledgers.kit.domain.states import OPEN, State
from pingyi.ledgers.kit.phrases import STATES
from pingyi.ledgers.kit.queries import lineage_ids
from pingyi.ledgers.kit.queries.history import steps_of
from pingyi.ledgers.kit.rules import may_check_records

if TYPE_CHECKING:
    from datetime import date

    from pingyi.doors.office.acting import Failed
    from pingyi.ledgers.decisions.models import MinutesSignature
    from pingyi.ledgers.decisions.queries.agenda import MeetingSheet
    from pingyi.organisations.actor import Actor


def record_shown(
    actor: "Actor",
    sheet: "MeetingSheet",
    signed: "Sequence[MinutesSignature]",
    failed: "Failed",
    *,
    writes: bool,
    day: "date",
) -> Mapping[str, object] | None:
    """None before the meeting has begun. Five queries."""
    record = record_of(sheet.meeting)
    if record is None:
        return None
    held_on = today(sheet.meeting.held_at)
    absent = sum(not one.attended for one in sheet.voters)
    minutes = check_minutes([Signed(one.person_id, one.signed_on) for one in signed], held_on)
    findings = [one for one in (minutes, check_informed(absent, record.informed_on)) if one is not None]
    has_outcomes = bool(sheet.items) and all(one.row.outcome for one in sheet.items)
    is_open = record.state in OPEN and writes
    may_check = may_check_records(actor, lineage_ids(sheet.meeting.organisation), record.recorded_by_id)
    return {
        "row": record,
        "state": record.state,
        "state_words": STATES[record.state],
        "findings": finding_lines(findings),
        "evidence": evidence_of(record),
        "steps": steps_of(record),
        "is_open": is_open,
        "may_file": is_open and minutes.is_good and has_outcomes,
        "may_check": may_check,
        "waits": record.state == State.FILED and may_check,
        "may_return": may_check and record.state in (State.FILED, State.CONFIRMED),
        "reason_field": failed.state("return").field("reason", Words("退回的理由")),
        "file_field": failed.state("evidence").field("file", Words("照片或材料")),
        "correct_field": failed.state("correct", correction=record.correction).field(
            "correction",
            Words("补正"),
            hint=Words("纪要本身不改，少写、写错的在这里写明，印在纪要后面。"),
        ),
        "informed_field": failed.state("informed", informed_on=day.isoformat()).field(
            "informed_on", Words("哪天告诉缺席的人"), kind="date", is_required=True
        )
        if absent and is_open and not record.informed_on
        else None,
    }
