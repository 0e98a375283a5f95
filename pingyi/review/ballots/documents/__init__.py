"""Papers of the ballot: forms, slips, and the record of what was handed out and came back."""

from pingyi.review.ballots.documents.ballot_form import (
    POLL,
    REVIEW,
    VOTE,
    BallotForm,
    BallotRow,
    ballot_form,
)
from pingyi.review.ballots.documents.handout_sheet import HandoutClass, HandoutSheet, handout_sheet
from pingyi.review.ballots.documents.slips import STEPS, VOTE_STEPS, Slip, SlipSheet, slips

__all__ = [
    "POLL",
    "REVIEW",
    "STEPS",
    "VOTE",
    "VOTE_STEPS",
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
