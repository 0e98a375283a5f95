"""The verbs of decisions, in the order in which a topic meets them."""

from pingyi.ledgers.decisions.services.agenda import place_topic, take_off_topic
from pingyi.ledgers.decisions.services.change_meeting import call_off_meeting, change_meeting
from pingyi.ledgers.decisions.services.close_item import BoxCount, Vote, close_item, decision_words
from pingyi.ledgers.decisions.services.evidence import (
    add_meeting_evidence,
    add_topic_evidence,
    remove_topic_evidence,
)
from pingyi.ledgers.decisions.services.excuse_meeting import excuse_meeting
from pingyi.ledgers.decisions.services.execute import (
    assign_execution,
    evaluate_execution,
    finish_execution,
    note_progress,
    supervise_execution,
)
from pingyi.ledgers.decisions.services.file_meeting import correct_minutes, file_meeting, inform_absent
from pingyi.ledgers.decisions.services.file_topic import Form, file_topic, mark_urgent, sign_form
from pingyi.ledgers.decisions.services.hold_meeting import (
    begin_meeting,
    note_recusal,
    record_statement,
    sign_minutes,
)
from pingyi.ledgers.decisions.services.note_item import note_item
from pingyi.ledgers.decisions.services.plan_meeting import (
    invite,
    notify_members,
    plan_meeting,
    plan_seats,
    uninvite,
)
from pingyi.ledgers.decisions.services.record_talk import record_talk
from pingyi.ledgers.decisions.services.vote_by_box import (
    BallotBoxes,
    VoteCall,
    leave_to_box,
    take_from_box,
    voters_of,
)
from pingyi.ledgers.decisions.services.write_topic import Wish, change_topic, draft_topic

__all__ = [
    "BallotBoxes",
    "BoxCount",
    "Form",
    "Vote",
    "VoteCall",
    "Wish",
    "add_meeting_evidence",
    "add_topic_evidence",
    "assign_execution",
    "begin_meeting",
    "call_off_meeting",
    "change_meeting",
    "change_topic",
    "close_item",
    "correct_minutes",
    "decision_words",
    "draft_topic",
    "evaluate_execution",
    "excuse_meeting",
    "file_meeting",
    "file_topic",
    "finish_execution",
    "inform_absent",
    "invite",
    "leave_to_box",
    "mark_urgent",
    "note_item",
    "note_progress",
    "note_recusal",
    "notify_members",
    "place_topic",
    "plan_meeting",
    "plan_seats",
    "record_statement",
    "record_talk",
    "remove_topic_evidence",
    "sign_form",
    "sign_minutes",
    "supervise_execution",
    "take_from_box",
    "take_off_topic",
    "uninvite",
    "voters_of",
]
