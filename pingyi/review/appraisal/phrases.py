"""The words of the appraisal's enums."""

from pingyi.core.words import Words
from pingyi.review.appraisal.domain.letter_state import LetterState
from pingyi.review.appraisal.domain.opinion_draft import Source
from pingyi.review.appraisal.domain.rules import Denominator
from pingyi.review.appraisal.domain.satisfaction import Withheld
from pingyi.review.cycles.domain.settings import Satisfied
from pingyi.review.cycles.models import Reporter

GRADE_WORDS = {
    "good": Words("好"),
    "fairly_good": Words("较好"),
    "average": Words("一般"),
    "poor": Words("差"),
}
PART_WORDS = {"ballot": Words("测评"), "daily": Words("日常考核"), "leader": Words("领导评价")}
MODE_WORDS: dict[str, str] = {Reporter.Mode.ON_SITE: Words("现场"), Reporter.Mode.WRITTEN: Words("书面")}
DENOMINATOR_WORDS = {
    Denominator.VALID: Words("有效票"),
    Denominator.RETURNED: Words("收回的票"),
    Denominator.ISSUED: Words("发出的票"),
}
LETTER_WORDS = {
    LetterState.UNDECIDED: Words("等次还没有定"),
    LetterState.UNWRITTEN: Words("意见还没有写"),
    LetterState.GIVEN_BACK: Words("领导退回了意见"),
    LetterState.UNCONFIRMED: Words("等领导确认意见"),
    LetterState.READY: Words("可以发了"),
    LetterState.ISSUED: Words("发了"),
    LetterState.OUTDATED: Words("发后改过，要重发"),
}
SATISFIED_WORDS = {
    Satisfied.BEST_TWO: Words("满意和较满意"),
    Satisfied.BEST: Words("满意"),
}
WITHHELD_WORDS = {
    Withheld.NO_VOTES: Words("没有有效票"),
    Withheld.SMALL: Words("票太少"),
    Withheld.UNANIMOUS: Words("会看出人人选了什么"),
    Withheld.DISSENT: Words("会看出谁不满意"),
}
SOURCE_WORDS = {
    Source.COMMENT: Words("点评"),
    Source.REMARK: Words("测评意见"),
    Source.INSPECTION: Words("督查检查"),
    Source.BALLOT: Words("测评和会议决定"),
    Source.COMMITTEE: Words("会议决定"),
    Source.DAILY: Words("日常考核"),
    Source.HAND: Words("经办人写的"),
}
OPINION_WORDS = {
    "strengths": Words("肯定的方面"),
    "problems": Words("存在的问题"),
    "direction": Words("努力的方向"),
    "grounds": Words("评价的依据"),
}
