"""What a voter may say about one secretary."""

from enum import StrEnum


class BallotGrade(StrEnum):
    """The four grades of the review, in their order, and 不了解 where the plan has it."""

    GOOD = "good"
    FAIRLY_GOOD = "fairly_good"
    AVERAGE = "average"
    POOR = "poor"
    UNKNOWN = "unknown"


FOUR_GRADES = (BallotGrade.GOOD, BallotGrade.FAIRLY_GOOD, BallotGrade.AVERAGE, BallotGrade.POOR)
