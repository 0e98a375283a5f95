"""What the pages of decisions share: who may open what, choices of forms, amounts of money."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from pingyi.core.errors import Forbidden, Refused
from pingyi.core.words import Words
from pingyi.ledgers.decisions.domain.amounts import fen_of
from pingyi.ledgers.decisions.queries.lookup import (
    find_execution,
    find_item,
    find_meeting,
    find_seat,
    find_topic,
)
from pingyi.ledgers.decisions.queries.units import units_of
from pingyi.ledgers.kit.queries import lineage_ids
from pingyi.ledgers.kit.rules import may_read_records, may_use_ledgers, may_write_records
from pingyi.organisations.actor import Actor

if TYPE_CHECKING:
    from pingyi.ledgers.decisions.models import AgendaItem, DecisionMeeting, Execution, Seat, Topic
    from pingyi.organisations.models import Organisation, Person


def units_seen(actor: Actor) -> "list[Organisation]":
    """The units whose topics the actor may see. One query."""
    if not may_use_ledgers(actor):
        raise Forbidden
    return units_of(actor)


def second_level(units: "Iterable[Organisation]") -> "list[Organisation]":
    """Those that these rules of procedure are about: the convening committee has its own."""
    return [one for one in units if one.parent_id is not None]


def readable_topic(actor: Actor, topic_id: int) -> "Topic":
    topic = find_topic(topic_id)
    _refuse_strangers(actor, topic.organisation)
    return topic


def readable_meeting(actor: Actor, meeting_id: int) -> "DecisionMeeting":
    meeting = find_meeting(meeting_id)
    _refuse_strangers(actor, meeting.organisation)
    return meeting


def readable_item(actor: Actor, item_id: int) -> "AgendaItem":
    item = find_item(item_id)
    _refuse_strangers(actor, item.meeting.organisation)
    return item


def readable_seat(actor: Actor, seat_id: int) -> "Seat":
    seat = find_seat(seat_id)
    _refuse_strangers(actor, seat.meeting.organisation)
    return seat


def readable_execution(actor: Actor, execution_id: int) -> "Execution":
    execution = find_execution(execution_id)
    _refuse_strangers(actor, execution.topic.organisation)
    return execution


def may_write(actor: Actor, organisation: "Organisation") -> bool:
    return may_write_records(actor, lineage_ids(organisation))


def _refuse_strangers(actor: Actor, organisation: "Organisation") -> None:
    if not may_read_records(actor, lineage_ids(organisation)):
        raise Forbidden(Words("议题和决策，本单位的书记、经办人和领导可以看。"))


def choices(words: Mapping[str, str], only: Iterable[str] | None = None) -> list[tuple[str, str]]:
    """An enum as the choices of a select."""
    return [(value, words[value]) for value in (words if only is None else only)]


def people_choices(people: "Iterable[Person]") -> list[tuple[str, str]]:
    """People as the choices of a select, with an empty one first."""
    return [("", Words("请选")), *((str(one.pk), one.name) for one in people)]


def sent_amount(text: str) -> int | None:
    """An amount typed in ten thousands of yuan, in fen; None for nothing."""
    if not text.strip():
        return None
    try:
        return fen_of(text)
    except ValueError as fault:
        raise Refused(
            Words("金额写成386或5.25这样，单位是万元。没有就空着。"), code="form.amount", field="amount"
        ) from fault
