"""Reads of problems, requirements and tasks."""

from pingyi.review.rectification.queries.carried import open_problems_before
from pingyi.review.rectification.queries.known import known_follow_ups, known_problems

__all__ = ["known_follow_ups", "known_problems", "open_problems_before"]
