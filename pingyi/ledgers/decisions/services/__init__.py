"""The verbs of decisions, in the order in which a topic meets them."""

from pingyi.ledgers.decisions.services.agenda import place_topic, take_off_topic
from pingyi.ledgers.decisions.services.close_item import Vote, close_item
from pingyi.ledgers.decisions.services.execute import (
    assign_execution,
    evaluate_execution,
    finish_execution,
    note_progress,
    supervise_execution,
)
from pingyi.ledgers.decisions.services.file_topic import file_topic, mark_urgent
from pingyi.ledgers.decisions.services.hold_meeting import (
    begin_meeting,
    note_recusal,
    record_statement,
    sign_minutes,
)
from pingyi.ledgers.decisions.services.plan_meeting import (
    invite,
    notify_members,
    plan_meeting,
    plan_seats,
    uninvite,
)
from pingyi.ledgers.decisions.services.record_talk import record_talk
from pingyi.ledgers.decisions.services.write_topic import Wish, change_topic, draft_topic

__all__ = [
    "Vote",
    "Wish",
    "assign_execution",
    "begin_meeting",
    "change_topic",
    "close_item",
    "draft_topic",
    "evaluate_execution",
    "file_topic",
    "finish_execution",
    "invite",
    "mark_urgent",
    "note_progress",
    "note_recusal",
    "notify_members",
    "place_topic",
    "plan_meeting",
    "plan_seats",
    "record_statement",
    "record_talk",
    "sign_minutes",
    "supervise_execution",
    "take_off_topic",
    "uninvite",
]
