"""The words of supervision's enums."""

from pingyi.core.words import Words
from pingyi.review.supervision.domain.columns import Column
from pingyi.review.supervision.domain.ladder import Rung

RUNGS: dict[Rung, str] = {
    Rung.RESPONSIBLE: Words("责任人"),
    Rung.SECRETARY: Words("本单位书记"),
    Rung.SUPERIOR: Words("上级党组织"),
    Rung.DEPARTMENT: Words("组织部门"),
}
COLUMNS: dict[Column, str] = {
    Column.UNCLAIMED: Words("等认领"),
    Column.UNPLANNED: Words("等列任务"),
    Column.PLAN: Words("计划待批"),
    Column.WORKING: Words("在办"),
    Column.SUBMITTED: Words("等复核"),
    Column.CLOSED: Words("已销号"),
}
RESULTS: dict[str, str] = {"holds": Words("没有反弹"), "came_back": Words("又出现了")}
