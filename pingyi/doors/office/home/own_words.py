"""The words of a secretary's own page."""

from typing import NamedTuple

from pingyi.core.words import Words
from pingyi.review.appraisal.domain.own_duties import Duty

TITLES = {
    Duty.REPORT: Words("写好并交上述职报告"),
    Duty.CLAIM: Words("认领点评指出的问题"),
    Duty.LIST_TASKS: Words("给认领的问题列任务"),
    Duty.CHANGE_PLAN: Words("照退回的理由改整改计划"),
    Duty.TASK: Words("办完整改任务，交佐证"),
    Duty.FOLLOW_UP: Words("回答讲话里的要求"),
}
EFFECTS = {
    Duty.REPORT: Words("去年没销号的问题是必答题。交上以后由组织部门审，退回会写明理由。"),
    Duty.CLAIM: Words("是本单位的就认领，不是的写明理由，由组织部门定。"),
    Duty.LIST_TASKS: Words("写清原因、措施、责任和期限，报组织部门批准。每个问题至少一项任务。"),
    Duty.CHANGE_PLAN: Words("改了再报批准。批准以后，进展、佐证和完成情况才算数。"),
    Duty.TASK: Words("写明做了什么、哪天做的，附上佐证，再交复核。销号由另一个人定。"),
    Duty.FOLLOW_UP: Words("说明本单位怎么落实。"),
}
BUTTONS = {
    Duty.REPORT: Words("去写报告"),
    Duty.CLAIM: Words("去认领"),
    Duty.LIST_TASKS: Words("去列任务"),
    Duty.CHANGE_PLAN: Words("去改计划"),
    Duty.TASK: Words("去报进展"),
    Duty.FOLLOW_UP: Words("去回答"),
}


class Chip(NamedTuple):
    word: str
    look: str
    icon: str


CHIPS = {
    "": Chip(Words("还没有写"), "soon", "edit"),
    "draft": Chip(Words("写了没有交"), "soon", "edit"),
    "submitted": Chip(Words("交了，等着审"), "info", "hourglass"),
    "returned": Chip(Words("退回修改"), "late", "arrow-back-up"),
    "accepted": Chip(Words("通过了"), "ok", "check"),
}
PROBLEM_CHIPS = {
    "raised": Chip(Words("等认领"), "soon", "clock"),
    "contested": Chip(Words("说明了理由，等组织部门定"), "info", "hourglass"),
    "claimed": Chip(Words("认领了"), "info", "check"),
    "in_progress": Chip(Words("整改中"), "info", "refresh"),
}
PLAN_CHIPS = {
    "proposed": Chip(Words("等组织部门批准计划"), "info", "hourglass"),
    "returned": Chip(Words("计划退回，等改"), "late", "arrow-back-up"),
}
TASK_CHIPS = {
    "open": Chip(Words("在办"), "soon", "clock"),
    "submitted": Chip(Words("交了，等复核"), "info", "hourglass"),
}
