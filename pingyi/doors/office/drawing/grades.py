"""The grades as pages draw them: their order, words, steps of the mark and names of their colours."""

from dataclasses import dataclass, replace

from pingyi.core.words import Words
from pingyi.review.ballots.domain.grades import BallotGrade
from pingyi.review.ballots.phrases import SATISFACTION_WORDS


@dataclass(frozen=True)
class Grade:
    """`code` is what the product stores, `key` the name of its colours in tokens.css."""

    code: str
    word: str
    key: str
    steps: int


GRADES = (
    Grade("good", Words("好"), "good", 4),
    Grade("fairly_good", Words("较好"), "fair", 3),
    Grade("average", Words("一般"), "avg", 2),
    Grade("poor", Words("差"), "poor", 1),
    Grade("unknown", Words("不了解"), "na", 0),
)
# The same places, marks and colours in a satisfaction poll.
SATISFACTION = tuple(replace(one, word=SATISFACTION_WORDS[BallotGrade(one.code)]) for one in GRADES)
_BY_NAME = {name: grade for grade in GRADES for name in (grade.code, grade.word)}


def grade_named(code_or_word: str) -> Grade:
    """The grade of a stored code or of its Chinese word."""
    return _BY_NAME[code_or_word]
