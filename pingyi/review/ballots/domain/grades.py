"""What a voter may say about one secretary."""

from enum import StrEnum


class BallotGrade(StrEnum):
    """The four grades of the review, in their order, and 不了解 where the plan has it."""

    GOOD = "good"
    FAIRLY_GOOD = "fairly_good"
    AVERAGE = "average"
    POOR = "poor"
    UNKNOWN = "unknown"


# A vote on one matter: 同意 stands where 好 stands, 不同意 where 差 stands; 弃权 is 不了解's place.
YES_OR_NO = (BallotGrade.GOOD, BallotGrade.POOR)
FOUR_GRADES = (BallotGrade.GOOD, BallotGrade.FAIRLY_GOOD, BallotGrade.AVERAGE, BallotGrade.POOR)
