"""The words of a review meeting's enums and of what its rules refuse."""

from pingyi.core.words import Words
from pingyi.review.meetings.domain.agenda import ItemKind, ItemState, OrderFault, SittingState
from pingyi.review.meetings.domain.comment_edit import Part
from pingyi.review.meetings.domain.homes import Home
from pingyi.review.rectification import phrases as rectification

SITTING_STATES: dict[str, str] = {
    SittingState.CHECK_IN: Words("签到中"),
    SittingState.RUNNING: Words("进行中"),
    SittingState.ENDED: Words("已结束"),
}
KINDS: dict[str, str] = {
    ItemKind.OPENING: Words("开场"),
    ItemKind.REPORT: Words("述职"),
    ItemKind.COMMENT: Words("点评"),
    ItemKind.SPEECH: Words("讲话"),
    ItemKind.BALLOT: Words("测评"),
    ItemKind.CLOSING: Words("结束"),
    ItemKind.OTHER: Words("其他"),
}
# Titles of the items that the plan makes; a report and a comment are named after their organisation.
TITLES: dict[str, str] = {
    ItemKind.OPENING: Words("主持人开场，说明程序"),
    ItemKind.SPEECH: Words("讲话，提出要求"),
    ItemKind.BALLOT: Words("民主测评"),
    ItemKind.CLOSING: Words("主持人小结，会议结束"),
}
POLL_TITLES = TITLES | {ItemKind.BALLOT: Words("满意度测评")}
VOTE_TITLES = TITLES | {ItemKind.BALLOT: Words("无记名投票")}
ITEM_STATES: dict[str, str] = {
    ItemState.WAITING: Words("等着"),
    ItemState.RUNNING: Words("正在进行"),
    ItemState.DONE: Words("已结束"),
    ItemState.SKIPPED: Words("跳过"),
}
ORDER_FAULTS: dict[OrderFault, str] = {
    OrderFault.COMMENT_BEFORE_REPORT: Words("点评排在述职前面了。先述职，再点评。"),
    OrderFault.BALLOT_BEFORE_REPORT: Words(
        "还有人没有述职，测评要在最后一位述职之后。缺席的先在议程里写明原因跳过。"
    ),
    OrderFault.CLOSING_NOT_LAST: Words("会议结束要排在最后。"),
    OrderFault.NO_PLACE_THERE: Words("这一项已经开始、已经结束，或者到头了，不能再移。刷新看看现在的议程。"),
}
PARTS: dict[str, str] = {
    Part.STRENGTH: Words("肯定"),
    Part.PROBLEM: Words("问题"),
    Part.REQUIREMENT: Words("要求"),
    Part.UNSORTED: Words("待归类"),
}
HOMES: dict[str, str] = {
    Home.STRENGTH: Words("肯定"),
    Home.REQUIREMENT: Words("要求"),
    Home.TASK: Words("任务草案"),
    Home.NO_TASK: Words("不列任务"),
    Home.OPEN: Words("没有去向"),
    Home.UNSORTED: Words("待归类"),
}
LEVELS = rectification.LEVELS
TAGS = rectification.TAGS
ENDED_WITHOUT = Words("会议结束时没有进行")
