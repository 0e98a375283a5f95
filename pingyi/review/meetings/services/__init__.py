"""What may be done at a review meeting: one verb, one function."""

from pingyi.review.meetings.services.arrange_agenda import insert_item, insert_reporter, move_item
from pingyi.review.meetings.services.arrivals import record_arrival, undo_arrival
from pingyi.review.meetings.services.end_sitting import end_sitting, reopen_sitting
from pingyi.review.meetings.services.finish_comment import finish_comment, reopen_comment
from pingyi.review.meetings.services.hall_network import set_hall_network
from pingyi.review.meetings.services.open_sitting import open_sitting
from pingyi.review.meetings.services.save_speech import Spoken, save_speech
from pingyi.review.meetings.services.settle_problem import decline_task, draft_rest, draft_task
from pingyi.review.meetings.services.skip_item import restore_item, skip_item
from pingyi.review.meetings.services.start_item import end_item, start_item
from pingyi.review.meetings.services.write_comment import write_comment

__all__ = [
    "Spoken",
    "decline_task",
    "draft_rest",
    "draft_task",
    "end_item",
    "end_sitting",
    "finish_comment",
    "insert_item",
    "insert_reporter",
    "move_item",
    "open_sitting",
    "record_arrival",
    "reopen_comment",
    "reopen_sitting",
    "restore_item",
    "save_speech",
    "set_hall_network",
    "skip_item",
    "start_item",
    "undo_arrival",
    "write_comment",
]
