"""Reads of problems, requirements and tasks."""

from pingyi.review.rectification.queries.carried import open_problems_before

__all__ = ["open_problems_before"]
