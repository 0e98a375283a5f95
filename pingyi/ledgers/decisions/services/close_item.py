from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from pingyi.core.clock import today
from pingyi.core.errors import Refused
from pingyi.core.words import Words, listed
from pingyi.ledgers.decisions.domain.checks.held import check_ratified
from pingyi.ledgers.decisions.domain.life import Move
from pingyi.ledgers.decisions.domain.votes import Outcome, Tally, VoteForm, fits
from pingyi.ledgers.decisions.models import AgendaItem, Topic
from pingyi.ledgers.decisions.queries.agenda import ItemSheet, MeetingSheet, meeting_sheet
from pingyi.ledgers.decisions.services.locked import (
    lock_meeting,
    lock_topic,
    log_checks,
    move_topic,
    record,
    said,
)
from pingyi.ledgers.kit.domain.checks import Finding, Verdict
from pingyi.organisations.actor import Actor

DECISION_LENGTH = 2000
_MOVES = {Outcome.PASSED: Move.DECIDE, Outcome.REJECTED: Move.REJECT, Outcome.POSTPONED: Move.POSTPONE}


@dataclass(frozen=True)
class BoxCount:
    """Where the counts of a ballot box come from: the fingerprint of its plan, ballots handed out and returned."""

    plan: str
    issued: int
    returned: int


@dataclass(frozen=True)
class Vote:
    """How one item was voted on. A secret vote was counted by tellers (numbers of people), or by a box."""

    form: VoteForm
    tally: Tally
    tellers: tuple[int, ...] = ()
    counted_by_box: BoxCount | None = None


@transaction.atomic
def close_item(
    *, actor: Actor, now: datetime, item: AgendaItem, outcome: Outcome, vote: Vote | None, decision: str
) -> AgendaItem:
    """Record what the meeting came to: the vote must give that outcome under the rules of the day. Nothing is passed
    or refused without a vote; a topic whose preconditions are not met can only be put off. What the rules said is kept.
    An item whose vote lies in a box takes the counts of the box and no others.

    Records `topic.passed`, `topic.rejected` or `topic.postponed`.
    """
    meeting = lock_meeting(actor, item.meeting_id)
    if meeting.begun_at is None:
        raise Refused(Words("先记到会的人，再记结果。"), code="meeting.not_begun")
    topic = lock_topic(actor, item.topic_id)
    sheets = meeting_sheet(meeting)
    sheet = sheets.of(item.pk)
    row = sheet.row
    if row.outcome:
        raise Refused(Words("这一项已经有结果，不再改。"), code="item.closed")
    _refuse_other_counts(row, vote)
    findings = _checked(sheets, sheet, outcome, vote)
    _fill(row, outcome, vote, decision, actor, now)
    _move(topic, row, outcome, sheets)
    if topic.urgent_on is not None and topic.decided_on is not None:
        findings.append(check_ratified(topic.urgent_on, topic.decided_on, topic.decided_on, sheets.book))
    row.save()
    topic.save()
    log_checks(actor, now, topic, meeting, findings)
    record(f"topic.{outcome}", topic, actor, now, meeting=meeting.pk, purpose=row.purpose)
    return row


def decision_words(text: str) -> str:
    """What was decided, as it goes into the minutes; refused where nothing was written, or too much."""
    return said(text, limit=DECISION_LENGTH, field="decision", missing=Words("写一句会议怎么定的。"))


def _refuse_other_counts(row: AgendaItem, vote: Vote | None) -> None:
    is_from_box = vote is not None and vote.counted_by_box is not None
    if row.at_box and not is_from_box:
        raise Refused(
            Words("这一项正在用票箱表决，别的票数记不进来。到“票箱表决”里等计票，或者先撤掉。"),
            code="item.at_box",
        )
    if is_from_box and not row.at_box:
        raise Refused(Words("这一项没有用票箱表决。"), code="item.not_at_box")


def _checked(sheets: MeetingSheet, sheet: ItemSheet, outcome: Outcome, vote: Vote | None) -> list[Finding]:
    """What the rules say; refused where the outcome does not follow from it."""
    tally = vote.tally if vote else None
    found = sheets.held(
        sheet,
        vote.form if vote else None,
        tally,
        len(set(vote.tellers)) if vote else 0,
        is_boxed=bool(vote and vote.counted_by_box),
    )
    if outcome is not Outcome.POSTPONED:
        faults = [one for one in (*sheet.unmet, *found) if one.verdict is Verdict.FAIL]
        stopping = [one for one in faults if outcome is Outcome.PASSED or one.code != "D16"]
        if stopping:
            said_all = listed([one.message for one in stopping], "；")
            raise Refused(
                Words("还不能这样记：{faults}。要么补上，要么记为暂缓。", faults=said_all), code="item.rules"
            )
    if not fits(outcome, tally, sheets.room(sheet)):
        raise Refused(
            Words("结果和票数对不上。票数够就是通过；不够，记未通过或者暂缓。"),
            code="item.outcome",
            field="outcome",
        )
    return [*sheet.before, *found]


def _fill(
    row: AgendaItem, outcome: Outcome, vote: Vote | None, decision: str, actor: Actor, now: datetime
) -> None:
    row.outcome = outcome
    row.decision = decision_words(decision)
    row.closed_at, row.closed_by_id = now, actor.account_id
    if vote is None:
        return
    row.form = vote.form
    row.approve, row.against, row.abstain = vote.tally.approve, vote.tally.against, vote.tally.abstain
    if vote.counted_by_box is not None:
        box = vote.counted_by_box
        row.at_box = False
        row.counted_by_box, row.box_issued, row.box_returned = box.plan, box.issued, box.returned
    elif vote.form is VoteForm.SECRET:
        row.first_teller_id, row.second_teller_id = sorted(set(vote.tellers))[:2]


def _move(topic: Topic, row: AgendaItem, outcome: Outcome, sheets: MeetingSheet) -> None:
    is_study = row.purpose == AgendaItem.Purpose.STUDY
    day = today(sheets.meeting.held_at)
    if outcome is Outcome.PASSED and is_study:
        topic.studied_on = day
        move_topic(topic, Move.STUDY)
        return
    move_topic(topic, _MOVES[outcome])
    if outcome is Outcome.POSTPONED:
        topic.talks_held += 1
    else:
        topic.decided_on = day
