"""The bar on top of each page of rectification: the next step for whoever looks, and its effect."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.urls import reverse

from pingyi.core.words import Words
from pingyi.doors.office.drawing.dates import say_day
from pingyi.organisations.domain.reckoning import Reckoning
from pingyi.review.rectification.domain.follow_up import FollowUpState
from pingyi.review.rectification.domain.plan import PlanState, is_plan_in_force, waits_for_approval
from pingyi.review.rectification.domain.problem import ProblemState
from pingyi.review.rectification.domain.task import TaskState

if TYPE_CHECKING:
    from pingyi.review.rectification.models import FollowUp, ProblemItem, Task
    from pingyi.review.rectification.queries.board import ProblemBoard
    from pingyi.review.rectification.queries.follow_up_board import RequirementRow


@dataclass(frozen=True)
class Bar:
    """`is_post`: the button does it at once; otherwise it leads there. No button where others are to act."""

    title: str
    effect: str
    href: str = ""
    button: str = ""
    is_post: bool = False

    @property
    def is_on_this_page(self) -> bool:
        """The black button is then at the form itself."""
        return self.href.startswith("#")


@dataclass(frozen=True)
class Viewer:
    """What the one who looks may do on this page."""

    may_answer: bool = False
    may_rule: bool = False
    may_check: bool = False


def bar_of_problems(board: "ProblemBoard", cycle_id: int, viewer: Viewer) -> Bar:
    """What the list as a whole waits for, in the order in which it holds things up."""
    counts = board.tally
    tasks = reverse("office:task-list", args=[cycle_id])
    if not counts.total and not board.carried.total:
        return Bar(
            Words("等会上点评提出问题"), Words("点评里记为“问题”的每一句，定稿、散会以后发给单位认领。")
        )
    if counts.contested and viewer.may_rule:
        return Bar(
            Words("定{contested}个单位的说明", contested=counts.contested),
            Words("单位认为不是自己的问题。采纳就撤下，不采纳就由它整改，都写明理由。"),
            "?show=contested",
            Words("看这{contested}个", contested=counts.contested),
        )
    if board.to_approve and viewer.may_rule:
        return Bar(
            Words("批准{to_approve}个问题的整改计划", to_approve=board.to_approve),
            Words("看原因、措施、责任和期限对不对得上。批准以后单位的进展才算数，不合适的写明理由退回。"),
            f"{tasks}?show=proposed",
            Words("去看计划"),
        )
    if board.to_check and viewer.may_check:
        return Bar(
            Words("复核{to_check}个问题的整改任务", to_check=board.to_check),
            Words("单位报了完成。看佐证，通过就销号，不够就退回。自己经手的不能自己销号。"),
            f"{tasks}?show=submitted",
            Words("去复核"),
        )
    return _waits_for_organisations(board, tasks)


def _waits_for_organisations(board: "ProblemBoard", tasks: str) -> Bar:
    counts = board.tally
    if counts.raised:
        return Bar(
            Words("等认领，还有{raised} / {total}个", raised=counts.raised, total=counts.total),
            Words(
                "散会后{answer_days}个工作日内，由各单位书记认领，不认领的写明理由。",
                answer_days=board.answer_days,
            ),
            "?show=raised",
            Words("看是哪些"),
        )
    if counts.unplanned:
        return Bar(
            Words("等列任务，还有{unplanned} / {total}个", unplanned=counts.unplanned, total=counts.total),
            Words("认领了还没有措施、责任人和期限，由单位书记列。"),
            "?show=claimed",
            Words("看是哪些"),
        )
    if board.late:
        return Bar(
            Words("催{late}个逾期的问题", late=board.late),
            Words("期限过了还没有报完成。"),
            "?show=late",
            Words("看是哪些"),
        )
    if counts.closed < counts.total or board.carried.total:
        return Bar(
            Words("各单位正在整改"),
            Words("报了完成的会出现在这里，等第二个人复核销号。"),
            tasks,
            Words("看整改任务"),
        )
    return Bar(Words("全部销号了"), Words("不成立的再打开任务，问题就回到清单上。"))


def bar_of_problem(
    problem: "ProblemItem", tasks: "list[Task]", *, due_on: date | None, at: Reckoning, viewer: Viewer
) -> Bar:
    """`due_on`: until when it is claimed and has tasks; None where the working calendar does not reach so far."""
    body = problem.organisation.name
    when = until(due_on, at, Words("前")) if due_on else Words("，期限算不出（工作日历没有录到）")
    if problem.state == ProblemState.RAISED:
        return _raised(problem, when, viewer, body)
    if problem.state == ProblemState.CONTESTED:
        if viewer.may_rule:
            return Bar(
                Words("定这个问题算不算{body}的", body=body),
                Words("采纳说明就撤下，不采纳就由单位整改。"),
                "#rule",
                Words("去定"),
            )
        return Bar(Words("等组织部门定"), Words("说明已经交上。改变主意的，现在也可以认领。"))
    if problem.state == ProblemState.CLAIMED:
        if viewer.may_answer:
            return Bar(
                Words("列任务{until}", until=when),
                Words("写清措施、责任人和期限，至少一项。"),
                "#plan",
                Words("列第一项任务"),
            )
        return Bar(
            Words("等{body}列任务{until}", body=body, until=when),
            Words("认领了，还没有措施、责任人和期限。"),
        )
    if problem.state == ProblemState.IN_PROGRESS:
        return _in_progress(problem, tasks, at, viewer)
    if problem.state == ProblemState.CLOSED:
        return Bar(
            Words("已经销号，{say_day}", say_day=say_day(problem.closed_at)),
            Words("反弹的，经办人在任务页写明理由重新打开。"),
        )
    return Bar(Words("经说明撤下"), Words("不用整改，不进任务清单。"))


def _raised(problem: "ProblemItem", when: str, viewer: Viewer, body: str) -> Bar:
    if viewer.may_answer:
        return Bar(
            Words("认领这个问题{until}", until=when),
            Words("认领以后列任务。不是本单位的问题，在下面写明理由，由组织部门定。"),
            reverse("office:problem-claim", args=[problem.pk]),
            Words("认领"),
            is_post=True,
        )
    return Bar(
        Words("等{body}认领{until}", body=body, until=when),
        Words("由单位书记认领，不认领的写明理由。点评定稿、散会以后单位才看到。"),
    )


def _in_progress(problem: "ProblemItem", tasks: "list[Task]", at: Reckoning, viewer: Viewer) -> Bar:
    waiting = [task for task in tasks if task.state == TaskState.SUBMITTED]
    open_ones = sorted(
        (task for task in tasks if task.state == TaskState.OPEN), key=lambda task: (task.due_on, task.pk)
    )
    plans = [task for task in tasks if waits_for_approval(task.state, task.plan_state)]
    if plans and viewer.may_rule:
        return Bar(
            Words("批准第{sequence}项任务的计划", sequence=plans[0].sequence),
            Words(
                "等批准的有{plans} / {tasks}项。批准以后单位的进展才算数。",
                plans=len(plans),
                tasks=len(tasks),
            ),
            reverse("office:task-show", args=[plans[0].pk]),
            Words("看计划"),
        )
    if waiting and viewer.may_check:
        first = waiting[0]
        return Bar(
            Words("复核第{sequence}项任务", sequence=first.sequence),
            Words(
                "报了完成的有{waiting} / {tasks}项。通过就销号，不够就退回。",
                waiting=len(waiting),
                tasks=len(tasks),
            ),
            reverse("office:task-show", args=[first.pk]),
            Words("去复核"),
        )
    if open_ones and viewer.may_answer:
        returned = next((task for task in open_ones if task.plan_state == PlanState.RETURNED), None)
        if returned is not None:
            return Bar(
                Words("照退回的理由改第{sequence}项任务的计划", sequence=returned.sequence),
                Words("改了再报批准。批准以后，进展、佐证和完成情况才算数。"),
                reverse("office:task-show", args=[returned.pk]),
                Words("去改计划"),
            )
        to_do = [task for task in open_ones if is_plan_in_force(task.plan_state)]
        if not to_do:
            return Bar(Words("等组织部门批准计划"), Words("批准以后，进展、佐证和完成情况才算数。"))
        first = to_do[0]
        return Bar(
            Words(
                "办第{sequence}项任务{until}",
                sequence=first.sequence,
                until=until(first.due_on, at, Words("到期")),
            ),
            Words("报进展、交佐证，办完报完成。"),
            reverse("office:task-show", args=[first.pk]),
            Words("去办"),
        )
    if not open_ones and not waiting and viewer.may_check:
        return Bar(
            Words("任务都销号了，给问题销号"),
            Words("销号以后不再列入下一年的必答题。"),
            reverse("office:problem-close", args=[problem.pk]),
            Words("销号"),
            is_post=True,
        )
    if open_ones:
        return Bar(
            Words("{organisation}正在整改", organisation=problem.organisation.name),
            Words("还有{open_ones} / {tasks}项任务在办。", open_ones=len(open_ones), tasks=len(tasks)),
        )
    return Bar(Words("等第二个人复核"), Words("复核由组织部门的经办人办，通过就销号。"))


def bar_of_requirements(rows: "list[RequirementRow]", viewer: Viewer) -> Bar:
    asked = sum(len(row.follow_ups) for row in rows)
    waiting = [one for row in rows for one in row.follow_ups if one.state == FollowUpState.ANSWERED]
    left = asked - sum(row.answered for row in rows)
    if not asked:
        return Bar(Words("等讲话要求"), Words("讲话记下以后，一是、二是、三是发给各级单位逐条答复。"))
    if waiting and viewer.may_check:
        return Bar(
            Words("看{waiting}份答复，够了就办结", waiting=len(waiting)),
            Words("不够的写明理由退回。"),
            reverse("office:follow-up-show", args=[waiting[0].pk]),
            Words("看第一份"),
        )
    if left:
        return Bar(
            Words("等答复，还有{left} / {asked}份", left=left, asked=asked),
            Words("由各单位书记逐条答复，散会以后才看到。"),
        )
    if waiting:
        return Bar(
            Words("等办结，还有{waiting} / {asked}份", waiting=len(waiting), asked=asked),
            Words("由经办人看过以后办结。"),
        )
    return Bar(Words("都办结了"), Words("不够的可以退回，单位再答复。"))


def bar_of_follow_up(follow_up: "FollowUp", viewer: Viewer) -> Bar:
    if follow_up.state == FollowUpState.OPEN:
        if viewer.may_answer:
            return Bar(
                Words("答复：本单位怎么落实"),
                Words("答复以后由经办人办结，不够会写明理由退回。"),
                "#answer",
                Words("写答复"),
            )
        return Bar(
            Words("等{organisation}答复", organisation=follow_up.organisation.name), Words("由单位书记答复。")
        )
    if follow_up.state == FollowUpState.ANSWERED:
        if viewer.may_check:
            return Bar(
                Words("看答复，够了就办结"),
                Words("不够的写明理由退回。"),
                reverse("office:follow-up-close", args=[follow_up.pk]),
                Words("办结"),
                is_post=True,
            )
        return Bar(Words("等经办人办结"), Words("办结以前还可以改答复。"))
    return Bar(
        Words("已经办结，{say_day}", say_day=say_day(follow_up.closed_at)),
        Words("不够的，经办人写明理由退回。"),
    )


def until(due_on: date, at: Reckoning, word: str) -> str:
    """，1月24日前; after that day: ，已经逾期6个工作日."""
    late = at.late_by(due_on)
    if late is None:
        return Words("，{say_day}{word}", say_day=say_day(due_on), word=word)
    if late.days is None:
        return Words("，已经逾期（缺{year}年工作日历）", year=late.unknown_year)
    return Words("，已经逾期{days}个工作日", days=late.days)
