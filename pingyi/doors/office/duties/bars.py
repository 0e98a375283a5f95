"""The bar on top of the pages of responsibility lists: what comes next, and for whom."""

from typing import TYPE_CHECKING

from django.urls import reverse

from pingyi.core.words import Words
from pingyi.doors.office.drawing.dates import say_day
from pingyi.doors.office.rectification.bars import Bar
from pingyi.review.duties.domain.entries import Part, ReportState
from pingyi.review.duties.domain.stages import stage_after
from pingyi.review.duties.domain.standing import Standing
from pingyi.review.duties.phrases import STAGES

if TYPE_CHECKING:
    from pingyi.review.cycles.models import Cycle
    from pingyi.review.duties.queries.boards import BoardRow, ListBoard
    from pingyi.review.duties.queries.readings import Entry


def bar_of_board(board: "ListBoard", cycle: "Cycle", *, may_keep: bool) -> Bar:
    """Lay out, fill in, give out, confirm: the first of these that is left."""
    if not may_keep:
        return Bar(
            Words("责任清单由经办人列，这里只看"),
            Words("办结{done}。", done=_share(board)),
        )
    if board.waiting:
        return Bar(
            Words("给{count}位书记各列一张清单", count=len(board.waiting)),
            Words("条目来自模板，去年没办完的接着列。列好是草稿，逐张看过再印发。"),
            reverse("office:duty-begin", args=[cycle.pk]),
            Words("列清单"),
            is_post=True,
        )
    if board.ready:
        return Bar(
            Words("{ready}张清单写齐了，可以印发", ready=board.ready),
            Words("印发以后，各单位看得到、报得了；再改要写理由。"),
            reverse("office:duty-issue-ready", args=[cycle.pk]),
            Words("印发这{ready}张", ready=board.ready),
            is_post=True,
        )
    lacking = next((row for row in board.rows if not row.is_issued), None)
    if lacking is not None:
        return Bar(
            Words("还有{drafts}张草稿没有写齐", drafts=board.drafts),
            Words("每一条写上期限和责任人，才能印发。"),
            reverse("office:duty-edit", args=[lacking.duty_list.pk]),
            Words("接着写"),
        )
    return _after_issuing(board)


def _after_issuing(board: "ListBoard") -> Bar:
    if board.to_confirm:
        first = next(row for row in board.rows if row.is_issued and row.reading.tally.waiting)
        return Bar(
            Words("核对{count}条报了办结的", count=board.to_confirm),
            Words("对着单位写的看一看，办成了就核对，没办成写明还差什么退回。"),
            reverse("office:duty-show", args=[first.duty_list.pk]),
            Words("去核对"),
        )
    if not board.rows:
        return Bar(
            Words("还没有可以列清单的书记"),
            Words("先在“单位”里登记各单位书记的任职，再回来列。"),
            reverse("office:organisation-list"),
            Words("去登记"),
        )
    return Bar(Words("清单都印发了，没有等您核对的"), Words("办结{done}。", done=_share(board)))


def _share(board: "ListBoard") -> str:
    done = sum(row.reading.tally.done for row in board.rows if row.is_issued)
    total = sum(row.reading.tally.total for row in board.rows if row.is_issued)
    return Words("{done} / {total}条", done=done, total=total)


def bar_of_list(row: "BoardRow", *, may_keep: bool, may_report: bool, may_confirm: bool) -> Bar:
    """For the clerk: fill in, give out, confirm. For the secretary: the first entry that is hers to do."""
    duty_list, counts = row.duty_list, row.reading.tally
    if not row.is_issued:
        return _draft(row, may_keep=may_keep)
    if may_confirm and counts.waiting:
        return _to_entry(row, Standing.WAITING, Words("核对报了办结的"), Words("去核对"))
    if may_report:
        for standing, title in (
            (Standing.LATE, Words("有过了期限的，先办这一条")),
            (Standing.OPEN, Words("办完一条，报一条")),
        ):
            if any(one.standing is standing for one in row.reading.standing):
                return _to_entry(row, standing, title, Words("去看这一条"))
    issued = say_day(duty_list.issued_at) if duty_list.issued_at else ""
    return Bar(
        Words("办结{done} / {total}条", done=counts.done, total=counts.total),
        Words("{issued}印发。", issued=issued),
    )


def _draft(row: "BoardRow", *, may_keep: bool) -> Bar:
    if not may_keep:
        return Bar(Words("还是草稿"), Words("经办人写齐、印发以后生效。"))
    if row.is_ready:
        return Bar(
            Words("写齐了，可以印发"),
            Words("印发以后，单位看得到、报得了；再改要写理由。"),
            reverse("office:duty-issue", args=[row.duty_list.pk]),
            Words("印发这一张"),
            is_post=True,
        )
    return Bar(
        Words("还有{gaps}条没有期限或责任人", gaps=row.gaps),
        Words("照本单位的实际改条目，加上今年的项目，写上期限。"),
        reverse("office:duty-edit", args=[row.duty_list.pk]),
        Words("改清单"),
    )


def _to_entry(row: "BoardRow", standing: Standing, title: str, button: str) -> Bar:
    entry = next(one for one in row.reading.standing if one.standing is standing)
    return Bar(title, entry.item.text, reverse("office:duty-item", args=[entry.item.pk]), button)


def bar_of_item(entry: "Entry", *, may_report: bool, may_confirm: bool) -> Bar:
    """What this entry waits for, and from whom."""
    item, tasks = entry.item, entry.tasks
    if entry.standing is Standing.DROPPED:
        return Bar(Words("这一条撤下了"), item.drop_reason)
    if entry.standing is Standing.DONE:
        return Bar(Words("办结了"), Words("不用再办。以后发现没有办成，可以退回。"))
    if tasks.open:
        return Bar(
            Words("先办完挂着的整改任务，销号{closed} / {total}", closed=tasks.closed, total=tasks.total),
            Words("任务都销了号，这一条才能算办结。"),
            "#tasks",
            Words("看任务"),
        )
    if item.part == Part.PROJECT:
        return _project(entry, may_report=may_report)
    if item.state == ReportState.REPORTED:
        return Bar(
            Words("核对办没办成") if may_confirm else Words("报了办结，等组织部门核对"),
            Words("核对的是另一个人，不是报的人，也不是责任人。"),
            "#confirm" if may_confirm else "",
            Words("去核对"),
        )
    return Bar(
        Words("办成了就报办结") if may_report else Words("等单位报"),
        Words("写明做了什么、哪天做成的，由另一个人核对。"),
        "#report" if may_report else "",
        Words("去报"),
    )


def _project(entry: "Entry", *, may_report: bool) -> Bar:
    upcoming = stage_after(entry.stage)
    stage = STAGES[upcoming] if upcoming else ""
    return Bar(
        Words("现在轮到{stage}", stage=stage),
        Words("先谋划、再规划、再计划、再实施，一步也不跳。走完四步就是办结。"),
        "#stage" if may_report else "",
        Words("报这一步"),
    )
