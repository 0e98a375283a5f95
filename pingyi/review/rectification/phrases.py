"""The words of rectification's enums and of what its rules refuse."""

from pingyi.core.words import Words
from pingyi.review.rectification.domain.follow_up import FollowUpState
from pingyi.review.rectification.domain.plan import PlanGap, PlanState
from pingyi.review.rectification.domain.problem import ProblemState
from pingyi.review.rectification.domain.second_person import ClosingFault
from pingyi.review.rectification.domain.task import NoteKind, TaskState

PROBLEM_STATES: dict[str, str] = {
    ProblemState.RAISED: Words("等认领"),
    ProblemState.CONTESTED: Words("说明了理由，等裁定"),
    ProblemState.CLAIMED: Words("认领了，还没有任务"),
    ProblemState.IN_PROGRESS: Words("整改中"),
    ProblemState.CLOSED: Words("已销号"),
    ProblemState.WITHDRAWN: Words("经说明撤下"),
}
TASK_STATES: dict[str, str] = {
    TaskState.OPEN: Words("在办"),
    TaskState.SUBMITTED: Words("等复核"),
    TaskState.CLOSED: Words("已销号"),
}
PLAN_STATES: dict[str, str] = {
    PlanState.PROPOSED: Words("等批准"),
    PlanState.RETURNED: Words("计划退回，等改"),
    PlanState.APPROVED: Words("计划已批准"),
}
PLAN_GAPS: dict[PlanGap, str] = {
    PlanGap.CAUSE: Words("原因"),
    PlanGap.MEASURES: Words("措施"),
    PlanGap.DEPARTMENT: Words("责任部门"),
    PlanGap.START: Words("开始的日子"),
}
FOLLOW_UP_STATES: dict[str, str] = {
    FollowUpState.OPEN: Words("等答复"),
    FollowUpState.ANSWERED: Words("答复了，等办结"),
    FollowUpState.DONE: Words("已办结"),
}
NOTE_KINDS: dict[str, str] = {
    NoteKind.PLAN_APPROVED: Words("批准了计划"),
    NoteKind.PLAN_RETURNED: Words("退回了计划"),
    NoteKind.PLAN_CHANGED: Words("改了计划，再报批准"),
    NoteKind.PROGRESS: Words("报了进展"),
    NoteKind.EXTENDED: Words("准了延期"),
    NoteKind.SUBMITTED: Words("报了完成，请复核"),
    NoteKind.SENT_BACK: Words("退回"),
    NoteKind.CLOSED: Words("复核通过，销号"),
    NoteKind.REOPENED: Words("重新打开"),
}
SOURCES: dict[str, str] = {
    "comment": Words("点评"),
    "ballot_remark": Words("测评意见"),
    "self_found": Words("自查"),
    "inspection": Words("督查检查"),
    "last_year": Words("往年遗留"),
}
TAGS: dict[str, str] = {
    "key_problem": Words("重点问题"),
    "key_area": Words("关键领域"),
    "weak_link": Words("薄弱环节"),
}
LEVELS: dict[str, str] = {
    "all": Words("全体二级党组织"),
    "hospital": Words("附属医院"),
    "college": Words("学院"),
    "branch": Words("基层党支部"),
}
CLOSING_FAULTS: dict[ClosingFault, str] = {
    ClosingFault.HANDED_IN: Words("这是您自己报的完成，不能由您销号。请另一位经办人复核。"),
    ClosingFault.PLANNED: Words("这项任务是您列的，不能由您销号。请另一位经办人复核。"),
    ClosingFault.WORKED: Words("您报过这项任务的进展或佐证，不能由您销号。请另一位经办人复核。"),
    ClosingFault.RESPONSIBLE: Words("您是这项任务的责任人，不能由您销号。请另一位经办人复核。"),
}
NOT_KNOWN_YET = Words("没有找到这个问题。点评定稿、会议结束以后，问题才发给单位。")
