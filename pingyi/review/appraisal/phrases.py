"""The words of the appraisal's enums."""

from pingyi.review.appraisal.domain.letter_state import LetterState
from pingyi.review.appraisal.domain.rules import Denominator
from pingyi.review.cycles.models import Reporter

GRADE_WORDS = {"good": "好", "fairly_good": "较好", "average": "一般", "poor": "差"}
PART_WORDS = {"ballot": "测评", "daily": "日常考核", "leader": "领导评价"}
MODE_WORDS: dict[str, str] = {Reporter.Mode.ON_SITE: "现场", Reporter.Mode.WRITTEN: "书面"}
DENOMINATOR_WORDS = {
    Denominator.VALID: "有效票",
    Denominator.RETURNED: "收回的票",
    Denominator.ISSUED: "发出的票",
}
LETTER_WORDS = {
    LetterState.UNDECIDED: "等次还没有定",
    LetterState.UNWRITTEN: "意见还没有写",
    LetterState.READY: "可以发了",
    LetterState.ISSUED: "发了",
    LetterState.OUTDATED: "发后改过，要重发",
}
