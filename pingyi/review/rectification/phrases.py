"""The words of rectification's enums and of what its rules refuse."""

from pingyi.review.rectification.domain.evidence_file import FileFault
from pingyi.review.rectification.domain.follow_up import FollowUpState
from pingyi.review.rectification.domain.problem import ProblemState
from pingyi.review.rectification.domain.second_person import ClosingFault
from pingyi.review.rectification.domain.task import NoteKind, TaskState

PROBLEM_STATES: dict[str, str] = {
    ProblemState.RAISED: "等认领",
    ProblemState.CONTESTED: "说明了理由，等裁定",
    ProblemState.CLAIMED: "认领了，还没有任务",
    ProblemState.IN_PROGRESS: "整改中",
    ProblemState.CLOSED: "已销号",
    ProblemState.WITHDRAWN: "经说明撤下",
}
TASK_STATES: dict[str, str] = {
    TaskState.OPEN: "在办",
    TaskState.SUBMITTED: "等复核",
    TaskState.CLOSED: "已销号",
}
FOLLOW_UP_STATES: dict[str, str] = {
    FollowUpState.OPEN: "等答复",
    FollowUpState.ANSWERED: "答复了，等办结",
    FollowUpState.DONE: "已办结",
}
NOTE_KINDS: dict[str, str] = {
    NoteKind.PROGRESS: "报了进展",
    NoteKind.EXTENDED: "准了延期",
    NoteKind.SUBMITTED: "报了完成，请复核",
    NoteKind.SENT_BACK: "退回",
    NoteKind.CLOSED: "复核通过，销号",
    NoteKind.REOPENED: "重新打开",
}
SOURCES: dict[str, str] = {
    "comment": "点评",
    "ballot_remark": "测评意见",
    "self_found": "自查",
    "inspection": "督查检查",
    "last_year": "往年遗留",
}
TAGS: dict[str, str] = {
    "key_problem": "重点问题",
    "key_area": "关键领域",
    "weak_link": "薄弱环节",
}
LEVELS: dict[str, str] = {
    "all": "全体二级党组织",
    "hospital": "附属医院",
    "college": "学院",
    "branch": "基层党支部",
}
CLOSING_FAULTS: dict[ClosingFault, str] = {
    ClosingFault.HANDED_IN: "这是您自己报的完成，不能由您销号。请另一位经办人复核。",
    ClosingFault.PLANNED: "这项任务是您列的，不能由您销号。请另一位经办人复核。",
    ClosingFault.WORKED: "您报过这项任务的进展或佐证，不能由您销号。请另一位经办人复核。",
    ClosingFault.RESPONSIBLE: "您是这项任务的责任人，不能由您销号。请另一位经办人复核。",
}
FILE_FAULTS: dict[FileFault, str] = {
    FileFault.KIND: "这种文件不收。请用PDF、图片（jpg、png）、Word、Excel、PPT、WPS或OFD文件。",
    FileFault.EMPTY: "文件是空的，没有上传。请重新选一次。",
    FileFault.CONTENT: "文件的内容和它的扩展名不一样，没有上传。请用原来的软件重新保存再传。",
}
NOT_KNOWN_YET = "没有找到这个问题。点评定稿、会议结束以后，问题才发给单位。"
