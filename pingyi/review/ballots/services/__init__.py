"""The verbs of the ballot, in the order in which they are used."""

from pingyi.review.ballots.services.cast_ballot import cast_ballot
from pingyi.review.ballots.services.clean_up import clean_up
from pingyi.review.ballots.services.close_voting import close_voting
from pingyi.review.ballots.services.count_boxes import count_boxes
from pingyi.review.ballots.services.give_up_vote import give_up_vote
from pingyi.review.ballots.services.hand_count import check_hand_count, record_hand_count
from pingyi.review.ballots.services.open_voting import open_voting
from pingyi.review.ballots.services.paper_entry import correct_entry, enter_paper_form, withdraw_entry
from pingyi.review.ballots.services.print_slips import print_slips
from pingyi.review.ballots.services.record_printed_forms import record_printed_forms
from pingyi.review.ballots.services.set_up_voting import set_up_voting
from pingyi.review.ballots.services.small_box import count_small_box, leave_unopened, revote_on_paper
from pingyi.review.ballots.services.start_vote import start_vote
from pingyi.review.ballots.services.void_slip import void_slip

__all__ = [
    "cast_ballot",
    "check_hand_count",
    "clean_up",
    "close_voting",
    "correct_entry",
    "count_boxes",
    "count_small_box",
    "enter_paper_form",
    "give_up_vote",
    "leave_unopened",
    "open_voting",
    "print_slips",
    "record_hand_count",
    "record_printed_forms",
    "revote_on_paper",
    "set_up_voting",
    "start_vote",
    "void_slip",
    "withdraw_entry",
]
