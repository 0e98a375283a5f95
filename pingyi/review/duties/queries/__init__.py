"""Reads of responsibility lists. Higher apps ask `tallies_of` and `list_of_secretary`."""

from pingyi.review.duties.queries.boards import list_board
from pingyi.review.duties.queries.lookup import find_item, find_list
from pingyi.review.duties.queries.readings import list_of_secretary, own_lists, read_list, tallies_of
from pingyi.review.duties.queries.templates import template_of

__all__ = [
    "find_item",
    "find_list",
    "list_board",
    "list_of_secretary",
    "own_lists",
    "read_list",
    "tallies_of",
    "template_of",
]
