"""A meeting as its minutes say it."""

from pingyi.core.clock import PEOPLE_ZONE, today
from pingyi.ledgers.decisions.documents import ItemFacts, MinutesFacts
from pingyi.ledgers.decisions.models import AgendaItem, Seat
from pingyi.ledgers.decisions.phrases import BODIES, KINDS, OUTCOMES, PURPOSES, VOTE_FORMS
from pingyi.ledgers.decisions.queries.agenda import ItemSheet, MeetingSheet
from pingyi.ledgers.decisions.queries.lookup import record_of


def minutes_facts(sheet: MeetingSheet) -> MinutesFacts:
    """What goes into the minutes. Two queries: signatures, and what was put right afterwards."""
    meeting = sheet.meeting
    record = record_of(meeting)
    return MinutesFacts(
        organisation=meeting.organisation.name,
        body=BODIES[meeting.body],
        year=meeting.year,
        number=meeting.number,
        held_on=today(meeting.held_at),
        held_at=f"{meeting.held_at.astimezone(PEOPLE_ZONE):%H:%M}",
        place=meeting.place,
        chair=meeting.chair.name,
        recorder=meeting.recorder.name,
        due=len(sheet.voters),
        present=tuple(one.person.name for one in sheet.voters if one.attended),
        absent=tuple((one.person.name, _why(one)) for one in sheet.voters if not one.attended),
        observers=tuple(one.person.name for one in sheet.observers if one.attended),
        items=tuple(_item(one) for one in sheet.items),
        signed=tuple(
            (one.person.name, one.signed_on)
            for one in meeting.signatures.select_related("person").order_by("pk")
        ),
        correction=record.correction if record else "",
    )


def _item(sheet: ItemSheet) -> ItemFacts:
    row = sheet.row
    return ItemFacts(
        title=row.topic.title,
        purpose=PURPOSES[row.purpose] if sheet.facts.is_voted else KINDS[row.topic.kind],
        presenter=row.topic.presenter.name,
        said=tuple((one.seat.person.name, one.text) for one in sheet.statements),
        recused=tuple(one.seat.person.name for one in sheet.recusals),
        vote=_vote(row),
        outcome=OUTCOMES[row.outcome] if row.outcome else "还没有记",
        decision=row.decision,
    )


def _vote(row: AgendaItem) -> str:
    if not row.form:
        return _failed_box(row)
    counts = f"同意{row.approve}票，不同意{row.against}票，弃权{row.abstain}票"
    tellers = ""
    if row.first_teller and row.second_teller:
        tellers = f"，监票、计票{row.first_teller.name}、{row.second_teller.name}"
    if row.counted_by_box:
        counted = sum(number or 0 for number in (row.approve, row.against, row.abstain))
        empty = (row.box_returned or 0) - counted
        tellers = f"，发出{row.box_issued}张，收回{row.box_returned}张"
        tellers += f"，其中无效{empty}张" if empty else ""
        tellers += f"，票箱计票，方案指纹{row.counted_by_box[:8]}"
    return f"{_failed_box(row)}{VOTE_FORMS[row.form]}：{counts}{tellers}。"


def _failed_box(row: AgendaItem) -> str:
    return f"先用票箱无记名投票，没有成：{row.box_note.rstrip('。')}。" if row.box_note else ""


def _why(seat: Seat) -> str:
    written = f"书面意见：{seat.opinion}" if seat.opinion else ""
    return "，".join(one for one in (seat.reason, written) if one)
