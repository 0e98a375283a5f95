"""The words of what the kit knows. No Django here: rules speak them too."""

from pingyi.core.words import Words
from pingyi.ledgers.kit.domain.checks import Level, Verdict
from pingyi.ledgers.kit.domain.fields import Filler
from pingyi.ledgers.kit.domain.matrix import Mark
from pingyi.ledgers.kit.domain.states import State

STATES: dict[str, str] = {
    State.DRAFT: Words("草稿"),
    State.FILED: Words("已报，等确认"),
    State.RETURNED: Words("退回了"),
    State.CONFIRMED: Words("已确认"),
}
MARKS: dict[Mark, str] = {
    Mark.DONE: Words("已办"),
    Mark.LATE: Words("已办，事后补记"),
    Mark.EXCUSED: Words("没办，有原因"),
    Mark.MISSED: Words("没办，没写原因"),
    Mark.AHEAD: Words("还没到期"),
    Mark.NOT_DUE: Words("不应办"),
}
VERDICTS: dict[Verdict, str] = {
    Verdict.PASS: Words("做到了"),
    Verdict.WARN: Words("提醒"),
    Verdict.FAIL: Words("没做到"),
    Verdict.UNKNOWN: Words("没有记录可对"),
}
LEVELS: dict[Level, str] = {
    Level.NAT: Words("全国的规定"),
    Level.COMMON: Words("多数单位的做法"),
    Level.ONE: Words("个别单位的做法"),
    Level.GK: Words("没有见到出处，先这样用"),
    Level.HOUSE: Words("本单位自己定的"),
}
FILLERS: dict[Filler, str] = {
    Filler.BRANCH: Words("支部书记"),
    Filler.UNIT: Words("二级党组织书记"),
    Filler.CHECKER: Words("确认的人"),
    Filler.CLERK: Words("经办人"),
}
