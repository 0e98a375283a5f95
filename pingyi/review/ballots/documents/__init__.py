"""Papers of the ballot: forms, slips, and the record of what was handed out and came back."""

from pingyi.review.ballots.documents.ballot_form import POLL, REVIEW, BallotForm, BallotRow, ballot_form
from pingyi.review.ballots.documents.handout_sheet import HandoutClass, HandoutSheet, handout_sheet
from pingyi.review.ballots.documents.slips import Slip, SlipSheet, slips

__all__ = [
    "POLL",
    "REVIEW",
    "BallotForm",
    "BallotRow",
    "HandoutClass",
    "HandoutSheet",
    "Slip",
    "SlipSheet",
    "ballot_form",
    "handout_sheet",
    "slips",
]
