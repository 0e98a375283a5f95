"""The words of the ballot's enums."""

from pingyi.review.ballots.domain.balance import Source, Verdict
from pingyi.review.ballots.domain.grades import BallotGrade
from pingyi.review.ballots.domain.states import VotingState
from pingyi.review.cycles.models import Reporter, ReviewMeeting

GRADE_WORDS = {
    BallotGrade.GOOD: "好",
    BallotGrade.FAIRLY_GOOD: "较好",
    BallotGrade.AVERAGE: "一般",
    BallotGrade.POOR: "差",
    BallotGrade.UNKNOWN: "不了解",
}
REPORT_MODE_WORDS: dict[str, str] = {Reporter.Mode.ON_SITE: "现场述职", Reporter.Mode.WRITTEN: "书面述职"}
BALLOT_MODE_WORDS: dict[str, str] = {
    ReviewMeeting.BallotMode.CODE: "匿名码",
    ReviewMeeting.BallotMode.PAPER: "纸质测评表",
}
STATE_WORDS = {
    VotingState.PREPARED: "还没有开始",
    VotingState.OPEN: "正在投票",
    VotingState.CLOSED: "已经结束，等计票",
    VotingState.COUNTED: "已经计票",
}
SOURCE_WORDS = {
    Source.PRINTING: "印制记录",
    Source.HAND_COUNT: "计票人手点",
    Source.DESK: "签到台",
    Source.BOX: "票箱",
    Source.REST: "算出",
}
VERDICT_WORDS = {Verdict.BALANCED: "对上了", Verdict.DIFFERS: "对不上", Verdict.IMPOSSIBLE: "不能成立"}
