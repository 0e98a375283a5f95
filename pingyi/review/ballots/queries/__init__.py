"""Reads of the ballot. What the boxes say is read by `count_voting` alone, and only after the count."""

from pingyi.review.ballots.queries.counts import count_voting
from pingyi.review.ballots.queries.turnout import total_in_steps
from pingyi.review.ballots.queries.votings import find_box, voting_of, votings_not_cleaned

__all__ = ["count_voting", "find_box", "total_in_steps", "voting_of", "votings_not_cleaned"]
