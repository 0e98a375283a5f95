"""The words of the ballot's enums."""

from pingyi.core.words import Words
from pingyi.review.ballots.domain.balance import Source, Verdict
from pingyi.review.ballots.domain.grades import FOUR_GRADES, YES_OR_NO, BallotGrade
from pingyi.review.ballots.domain.states import VotingState
from pingyi.review.cycles.models import Reporter, ReviewMeeting
from pingyi.review.cycles.queries.reviews import Occasion, is_vote, occasion_of

GRADE_WORDS = {
    BallotGrade.GOOD: Words("好"),
    BallotGrade.FAIRLY_GOOD: Words("较好"),
    BallotGrade.AVERAGE: Words("一般"),
    BallotGrade.POOR: Words("差"),
    BallotGrade.UNKNOWN: Words("不了解"),
}
# The same four places in a satisfaction poll on rectification.
SATISFACTION_WORDS = {
    BallotGrade.GOOD: Words("满意"),
    BallotGrade.FAIRLY_GOOD: Words("较满意"),
    BallotGrade.AVERAGE: Words("一般"),
    BallotGrade.POOR: Words("不满意"),
    BallotGrade.UNKNOWN: Words("不了解"),
}
# The places that a vote on one matter offers.
VOTE_WORDS = {
    BallotGrade.GOOD: Words("同意"),
    BallotGrade.POOR: Words("不同意"),
    BallotGrade.UNKNOWN: Words("弃权"),
}
POLLED_WORD = Words("问题整改情况")
REPORT_MODE_WORDS: dict[str, str] = {
    Reporter.Mode.ON_SITE: Words("现场述职"),
    Reporter.Mode.WRITTEN: Words("书面述职"),
}
BALLOT_MODE_WORDS: dict[str, str] = {
    ReviewMeeting.BallotMode.CODE: Words("匿名码"),
    ReviewMeeting.BallotMode.PAPER: Words("纸质测评表"),
}
STATE_WORDS = {
    VotingState.PREPARED: Words("还没有开始"),
    VotingState.OPEN: Words("正在投票"),
    VotingState.CLOSED: Words("已经结束，等计票"),
    VotingState.COUNTED: Words("已经计票"),
}
SOURCE_WORDS = {
    Source.PRINTING: Words("印制记录"),
    Source.HAND_COUNT: Words("计票人手点"),
    Source.DESK: Words("签到台"),
    Source.BOX: Words("票箱"),
    Source.REST: Words("算出"),
}
VERDICT_WORDS = {
    Verdict.BALANCED: Words("对上了"),
    Verdict.DIFFERS: Words("对不上"),
    Verdict.IMPOSSIBLE: Words("不能成立"),
}
_WORDS = {
    Occasion.REVIEW: GRADE_WORDS,
    Occasion.POLL: SATISFACTION_WORDS,
    Occasion.VOTE: VOTE_WORDS,
}


def grade_words(meeting: ReviewMeeting) -> dict[BallotGrade, Words]:
    """What the answers are called on this meeting's ballot. Needs the meeting's cycle loaded."""
    return _WORDS[occasion_of(meeting.cycle)]


def offered_grades(meeting: ReviewMeeting) -> tuple[BallotGrade, ...]:
    """The answers of this meeting's ballot, without the last one that stands apart. Needs the meeting's cycle."""
    return YES_OR_NO if is_vote(meeting) else FOUR_GRADES


def form_word(meeting: ReviewMeeting) -> Words:
    """What the printed form is called."""
    return Words("表决票") if is_vote(meeting) else Words("测评表")


def mode_word(meeting: ReviewMeeting, mode: str) -> str:
    """How people vote, in one word."""
    if is_vote(meeting) and mode == ReviewMeeting.BallotMode.PAPER:
        return Words("纸质票")
    return BALLOT_MODE_WORDS[mode]


def row_name(meeting: ReviewMeeting, row: Reporter) -> tuple[str, str]:
    """What a row of the ballot asks about, in two parts: organisation and secretary, or the matter alone."""
    return (meeting.name, "") if is_vote(meeting) else (row.organisation.name, row.person.name)
