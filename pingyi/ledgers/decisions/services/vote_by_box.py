"""A secret vote of one item held in a ballot box. Whose box it is, decisions do not know: the doors hand it in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from django.db import transaction

from pingyi.core.errors import Refused
from pingyi.core.words import Words, listed
from pingyi.ledgers.decisions.domain.matters import TopicKind
from pingyi.ledgers.decisions.models import AgendaItem, DecisionMeeting
from pingyi.ledgers.decisions.queries.agenda import ItemSheet, MeetingSheet, meeting_sheet
from pingyi.ledgers.decisions.services.locked import lock_meeting, record, said
from pingyi.organisations.actor import Actor
from pingyi.organisations.models import Person

NOTE_LENGTH = 300


@dataclass(frozen=True)
class VoteCall:
    """What the box is asked to hold a vote on. `voters` are there, may vote and did not leave for this item: no
    observer, nobody who only wrote an opinion."""

    item: AgendaItem
    meeting: DecisionMeeting
    mode: str
    voters: Sequence[Person]


class BallotBoxes(Protocol):
    """What a ballot box can do for an item. Both run inside the transaction that holds the meeting."""

    def begin(self, actor: Actor, now: datetime, call: VoteCall) -> None:
        """Prepares the vote, or refuses. A second call changes nothing."""
        ...

    def give_up(self, actor: Actor, now: datetime, item: AgendaItem, reason: str) -> bool:
        """Ends a vote without counts, or refuses. Whether nothing is left of it, so that it may be prepared anew."""
        ...


@transaction.atomic
def leave_to_box(
    *, actor: Actor, now: datetime, item: AgendaItem, mode: str, boxes: BallotBoxes
) -> AgendaItem:
    """The item is decided by a secret vote in a box; no numbers are typed in while it lasts. Repeating changes nothing.

    Before: people are recorded as there, the item can be decided, its box has not failed. Records `topic.voted_by_box`.
    """
    meeting = lock_meeting(actor, item.meeting_id)
    sheets = meeting_sheet(meeting)
    sheet = sheets.of(item.pk)
    row = sheet.row
    if row.at_box:
        return row
    _refuse_unfit(sheets, sheet)
    voters = voters_of(sheets, sheet)
    boxes.begin(actor, now, VoteCall(row, sheets.meeting, mode, voters))
    row.at_box = True
    row.save(update_fields=["at_box"])
    record("topic.voted_by_box", row.topic, actor, now, meeting=meeting.pk, voters=len(voters), mode=mode)
    return row


@transaction.atomic
def take_from_box(
    *, actor: Actor, now: datetime, item: AgendaItem, reason: str, boxes: BallotBoxes
) -> AgendaItem:
    """The box gave no counts: the item is voted on otherwise. A box that was only prepared may be prepared anew; one
    that people voted in stays closed, and why is kept for the minutes. Repeating changes nothing.

    Records `topic.taken_from_box`.
    """
    meeting = lock_meeting(actor, item.meeting_id)
    row: AgendaItem = meeting.items.select_related("topic").get(pk=item.pk)
    if not row.at_box:
        return row
    why = said(reason, limit=NOTE_LENGTH, field="reason", missing=Words("写明为什么不用票箱了。"))
    is_gone = boxes.give_up(actor, now, row, why)
    row.at_box = False
    row.box_note = "" if is_gone else why
    row.save(update_fields=["at_box", "box_note"])
    record("topic.taken_from_box", row.topic, actor, now, meeting=meeting.pk, reason=why)
    return row


def voters_of(sheets: MeetingSheet, sheet: ItemSheet) -> list[Person]:
    """Who gets a ballot for this item."""
    return [one.person for one in sheets.voters if one.attended and one.pk not in sheet.item.recused]


def _refuse_unfit(sheets: MeetingSheet, sheet: ItemSheet) -> None:
    if sheets.meeting.begun_at is None:
        raise Refused(Words("先记到会的人，再投票。"), code="meeting.not_begun")
    if sheet.row.outcome:
        raise Refused(Words("这一项已经有结果，不再改。"), code="item.closed")
    if sheet.row.topic.kind != TopicKind.DECISION:
        raise Refused(Words("学习、汇报的议题不表决。"), code="item.not_voted_on")
    if sheet.row.box_note:
        raise Refused(
            Words("这一项用票箱投过，没有成。举手表决，或者用纸质票、两个人监票计票。"), code="box.failed"
        )
    if sheet.unmet:
        words = listed([one.message for one in sheet.unmet], "；")
        raise Refused(Words("这一项现在不能表决：{words}。", words=words), code="item.rules")
    if not sheets.room(sheet).has_quorum:
        raise Refused(Words("人数不够，不表决，记为暂缓。"), code="item.rules")
