"""The columns of the board: where a problem or a task stands, and who has to do something."""

from enum import StrEnum


class Column(StrEnum):
    """From left to right. A problem stands on the board until it has tasks; from then on its tasks do."""

    UNCLAIMED = "unclaimed"
    UNPLANNED = "unplanned"
    PLAN = "plan"
    WORKING = "working"
    SUBMITTED = "submitted"
    CLOSED = "closed"


OF_PROBLEMS = (Column.UNCLAIMED, Column.UNPLANNED)
OF_TASKS = (Column.PLAN, Column.WORKING, Column.SUBMITTED, Column.CLOSED)
