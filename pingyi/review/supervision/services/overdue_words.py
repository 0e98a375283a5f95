"""What people and groups are told about something overdue."""

from collections.abc import Sequence
from datetime import date

from pingyi.core.words import Words, listed
from pingyi.notices.domain.hooks import HookTopic
from pingyi.notices.services import Draft, GroupWord
from pingyi.organisations.phrases import late_words
from pingyi.review.cycles.models import Cycle
from pingyi.review.rectification.domain.problem import ProblemState
from pingyi.review.supervision.domain.ladder import Rung
from pingyi.review.supervision.queries.overdue import Overdue
from pingyi.review.supervision.queries.recipients import Reader

TASK_KIND, PROBLEM_KIND = "task.overdue", "problem.overdue"
# So many organisations are named to a group; the first sentence counts all of them.
MOST_NAMED = 20
_ABOUT_TASK: dict[Rung, str] = {
    Rung.RESPONSIBLE: Words("这项任务由您负责。办完了请报完成、交佐证；办不完，请早些说明情况、申请延期。"),
    Rung.SECRETARY: Words("已经提醒过责任人。请过问一下卡在哪里，需要延期的请申请。"),
    Rung.SUPERIOR: Words("已经提醒过责任人和本单位书记。请督促一下。"),
    Rung.DEPARTMENT: Words("已经逐级提醒过。请和单位联系，了解情况。"),
}
_ABOUT_PROBLEM: dict[Rung, str] = {
    Rung.SECRETARY: Words("请认领、列任务；不是本单位的问题，请写明理由。"),
    Rung.SUPERIOR: Words("已经提醒过本单位书记。请督促一下。"),
    Rung.DEPARTMENT: _ABOUT_TASK[Rung.DEPARTMENT],
}


def draft_of(row: Overdue, rung: Rung, reader: Reader) -> Draft:
    """The notice; its address only where the page opens for the reader."""
    about = f"{row.due_on}:{row.round}:{rung}"
    if row.task is not None:
        path = f"/office/tasks/{row.task.pk}/"
        kind, key, asked = TASK_KIND, f"task:{row.task.pk}:{about}", _ABOUT_TASK[rung]
    else:
        path = f"/office/problems/{row.problem.pk}/"
        kind, key, asked = PROBLEM_KIND, f"problem:{row.problem.pk}:{about}", _ABOUT_PROBLEM[rung]
    return Draft(reader.account_id, kind, key, _title(row), asked, path if reader.may_open else "")


def group_word(cycle: Cycle, late: Sequence[Overdue], day: date) -> GroupWord:
    """One sentence for the groups: how many, and which organisations; no name of a person, no text of a problem."""
    names = list(dict.fromkeys(row.problem.organisation.name for row in late))
    parts = [
        Words(
            "{name}{counts}",
            name=name,
            counts=_counts([row for row in late if row.problem.organisation.name == name]),
        )
        for name in names[:MOST_NAMED]
    ]
    return GroupWord(
        HookTopic.OVERDUE,
        f"cycle:{cycle.pk}:{day.isoformat()}",
        Words("{units}个单位有{counts}过了期限", units=len(names), counts=_counts(late)),
        Words("{parts}。请登录评议系统办理。", parts=listed(parts, "；")),
        f"/office/cycles/{cycle.pk}/ladder/",
    )


def _title(row: Overdue) -> str:
    about = {
        "organisation": row.problem.organisation.name[:60],
        "number": f"{row.problem.cycle.year}-{row.problem.number:03d}",
        "late": late_words(row.late),
    }
    if row.task is not None:
        return Words("{organisation}的整改任务{number}过了期限，{late}", **about)
    if row.problem.state == ProblemState.RAISED:
        return Words("{organisation}的问题{number}还没有认领，{late}", **about)
    return Words("{organisation}的问题{number}还没有列任务，{late}", **about)


def _counts(rows: Sequence[Overdue]) -> str:
    tasks = sum(row.task is not None for row in rows)
    problems = len(rows) - tasks
    parts = [
        Words("{count}项整改任务", count=tasks) if tasks else "",
        Words("{count}个问题没有认领或列任务", count=problems) if problems else "",
    ]
    return listed([part for part in parts if part])
