"""After a meeting: its record is opened, put right, and filed for the level above to confirm or return."""

from datetime import date, datetime

from django.db import transaction

from pingyi.core.clock import today
from pingyi.core.errors import Missing, Refused
from pingyi.core.text import tidy
from pingyi.core.words import Words
from pingyi.ledgers.decisions.domain.checks.held import Signed, check_minutes
from pingyi.ledgers.decisions.models import DecisionMeeting, MeetingRecord
from pingyi.ledgers.decisions.services.locked import happened, record
from pingyi.ledgers.kit.services import file_record, lock_own, mark_written
from pingyi.organisations.actor import Actor

CORRECTION_LENGTH = 500


def open_record(actor: Actor, now: datetime, meeting: DecisionMeeting) -> MeetingRecord:
    """The record of a meeting that begins; inside the transaction of whoever begins it."""
    row = MeetingRecord(
        institution_id=meeting.institution_id,
        meeting=meeting,
        organisation=meeting.organisation,
        happened_on=today(meeting.held_at),
    )
    mark_written(row, actor, now)
    row.save(force_insert=True)
    return row


@transaction.atomic
def correct_minutes(
    *, actor: Actor, now: datetime, meeting: DecisionMeeting, correction: str
) -> MeetingRecord:
    """Write under the minutes what they say too little or wrong; what was recorded itself stays. Nothing takes the
    correction back. Records `decision_meeting.corrected`.
    """
    row = lock_own(actor, _record_of(meeting))
    words = tidy(correction)
    if len(words) > CORRECTION_LENGTH:
        raise Refused(
            Words("太长了，请缩到{limit}个字以内。", limit=CORRECTION_LENGTH),
            code="decision.long_correction",
            field="correction",
        )
    row.correction = words
    row.save(update_fields=["correction"])
    record("decision_meeting.corrected", meeting, actor, now, text=words)
    return row


@transaction.atomic
def inform_absent(
    *, actor: Actor, now: datetime, meeting: DecisionMeeting, informed_on: date | None
) -> MeetingRecord:
    """Record when those who were absent were told of the outcome. Records `decision_meeting.absent_informed`."""
    row = lock_own(actor, _record_of(meeting))
    day = happened(informed_on, now, field="informed_on")
    if day < row.happened_on:
        raise Refused(Words("不会早于开会那天。请核对日期。"), code="meeting.told_early", field="informed_on")
    row.informed_on = day
    row.save(update_fields=["informed_on"])
    record("decision_meeting.absent_informed", meeting, actor, now, informed_on=day.isoformat())
    return row


@transaction.atomic
def file_meeting(*, actor: Actor, now: datetime, meeting: DecisionMeeting) -> MeetingRecord:
    """Hand the meeting to those who check, once every item has its outcome and two people signed its minutes.

    Records `record.filed`.
    """
    row = _record_of(meeting)
    if not meeting.items.exists() or meeting.items.filter(outcome="").exists():
        raise Refused(Words("议程上要有议题，每一项都记了结果，再报。"), code="minutes.open_items")
    signed = [Signed(*one) for one in meeting.signatures.values_list("person_id", "signed_on")]
    finding = check_minutes(signed, row.happened_on)
    if not finding.is_good:
        raise Refused(
            Words("{message}。{remedy}", message=finding.message, remedy=finding.remedy),
            code="minutes.unsigned",
        )
    return file_record(actor=actor, now=now, record=row)


def _record_of(meeting: DecisionMeeting) -> MeetingRecord:
    row = MeetingRecord.objects.filter(meeting=meeting).first()
    if row is None:
        raise Missing(Words("会还没有开，没有可报的。"), code="meeting.not_begun")
    return row
