"""Problems, tasks and answers as their pages show them: chips, days, addresses."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from pingyi.core.words import Words
from pingyi.doors.office.drawing.dates import say_day
from pingyi.organisations.domain.reckoning import Late
from pingyi.organisations.phrases import late_words
from pingyi.review.rectification.domain.follow_up import FollowUpState
from pingyi.review.rectification.domain.plan import PlanState, is_plan_in_force
from pingyi.review.rectification.domain.problem import ProblemState
from pingyi.review.rectification.domain.task import TaskState
from pingyi.review.rectification.phrases import (
    FOLLOW_UP_STATES,
    PLAN_STATES,
    PROBLEM_STATES,
    SOURCES,
    TAGS,
    TASK_STATES,
)
from pingyi.review.rectification.queries.board import ProblemRow

if TYPE_CHECKING:
    from pingyi.review.cycles.models import Cycle
    from pingyi.review.rectification.models import ProblemItem, Task


class Chip(NamedTuple):
    word: str
    look: str
    icon: str


_PROBLEM = {
    ProblemState.RAISED: ("soon", "clock"),
    ProblemState.CONTESTED: ("soon", "help-circle"),
    ProblemState.CLAIMED: ("info", "check"),
    ProblemState.IN_PROGRESS: ("info", "refresh"),
    ProblemState.CLOSED: ("ok", "circle-check"),
    ProblemState.WITHDRAWN: ("line", "x"),
}
_TASK = {
    TaskState.OPEN: ("info", "refresh"),
    TaskState.SUBMITTED: ("soon", "hourglass"),
    TaskState.CLOSED: ("ok", "circle-check"),
}
_PLAN = {
    PlanState.PROPOSED: ("soon", "hourglass"),
    PlanState.RETURNED: ("soon", "arrow-back-up"),
}
_FOLLOW_UP = {
    FollowUpState.OPEN: ("soon", "clock"),
    FollowUpState.ANSWERED: ("info", "hourglass"),
    FollowUpState.DONE: ("ok", "circle-check"),
}


# Whose turn it is where the organisation has nothing to do by a certain day.
_NOTHING_DUE = {
    ProblemState.RAISED: "",
    ProblemState.CONTESTED: Words("等裁定"),
    ProblemState.CLAIMED: "",
    ProblemState.IN_PROGRESS: Words("等复核"),
    ProblemState.CLOSED: Words("办完了"),
    ProblemState.WITHDRAWN: Words("不用办"),
}


@dataclass(frozen=True)
class ProblemLine:
    """One row of the list. `due` is in words."""

    row: ProblemRow
    number: str
    origin: str
    tags: tuple[str, ...]
    chip: Chip
    due: str


def problem_line(row: ProblemRow, cycle: Cycle) -> ProblemLine:
    problem = row.problem
    return ProblemLine(
        row,
        number_of(problem),
        Words("{year}年度遗留", year=problem.cycle.year) if row.is_carried else SOURCES[problem.source],
        tag_words(problem),
        late_chip(row.late) if row.late else _waiting(row) or problem_chip(problem),
        _due(problem, row.due_on),
    )


def number_of(problem: ProblemItem) -> str:
    """2025-031: the year of the review and the number in it."""
    return f"{problem.cycle.year}-{problem.number:03d}"


def tag_words(problem: ProblemItem) -> tuple[str, ...]:
    return tuple(TAGS[tag] for tag in problem.tags)


def problem_chip(problem: ProblemItem) -> Chip:
    return Chip(PROBLEM_STATES[problem.state], *_PROBLEM[ProblemState(problem.state)])


def task_chip(task: Task, late: Late | None) -> Chip:
    if late:
        return late_chip(late)
    if task.state == TaskState.OPEN and not is_plan_in_force(task.plan_state):
        return Chip(PLAN_STATES[task.plan_state], *_PLAN[PlanState(task.plan_state)])
    if task.state == TaskState.OPEN and task.times_reopened:
        return Chip(Words("重新打开，在办"), "soon", "refresh")
    if task.state == TaskState.OPEN and task.return_reason:
        return Chip(Words("退回补办"), "soon", "arrow-back-up")
    return Chip(TASK_STATES[task.state], *_TASK[TaskState(task.state)])


def follow_up_chip(state: str) -> Chip:
    return Chip(FOLLOW_UP_STATES[state], *_FOLLOW_UP[FollowUpState(state)])


def late_chip(late: Late) -> Chip:
    return Chip(late_words(late), "late", "alert-triangle")


def _waiting(row: ProblemRow) -> Chip | None:
    if row.tasks_to_check:
        return Chip(Words("{tasks_to_check}项等复核", tasks_to_check=row.tasks_to_check), "soon", "hourglass")
    return None


def _due(problem: ProblemItem, due_on: date | None) -> str:
    if due_on is None:
        return _NOTHING_DUE[ProblemState(problem.state)]
    what = {ProblemState.RAISED: Words("认领"), ProblemState.CLAIMED: Words("列任务")}.get(
        ProblemState(problem.state), ""
    )
    return (
        Words("{say_day}前{what}", say_day=say_day(due_on), what=what)
        if what
        else Words("{say_day}到期", say_day=say_day(due_on))
    )
