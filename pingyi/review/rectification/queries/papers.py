"""The task lists of a cycle as documents, one for each organisation."""

from collections.abc import Collection
from datetime import date

from pingyi.core.errors import Missing
from pingyi.organisations.domain.reckoning import Reckoning
from pingyi.organisations.models import Organisation
from pingyi.organisations.queries.calendar import reckoning_on
from pingyi.review.cycles.models import Cycle, Reporter
from pingyi.review.rectification.documents import ListedProblem, ListedTask, TaskList
from pingyi.review.rectification.domain.problem import CLAIMED_STATES
from pingyi.review.rectification.domain.task import TaskState
from pingyi.review.rectification.models import ProblemItem, Task
from pingyi.review.rectification.phrases import SOURCES, TAGS
from pingyi.review.rectification.queries.carried import in_cycle_or_carried


def task_lists(cycle: Cycle, day: date, organisation_ids: Collection[int] | None = None) -> list[TaskList]:
    """Of every organisation that reported in the cycle or claimed a problem, in the order of the tree.

    Eight queries, however many there are. An organisation without claimed problems has a list that says so.
    """
    listed: dict[int, list[ProblemItem]] = {}
    for problem in _claimed(cycle):
        listed.setdefault(problem.organisation_id, []).append(problem)
    secretaries = dict(Reporter.objects.filter(cycle=cycle).values_list("organisation_id", "person__name"))
    wanted = listed.keys() | secretaries.keys()
    if organisation_ids is not None:
        wanted &= set(organisation_ids)
    organisations = Organisation.objects.filter(pk__in=wanted).order_by("order", "path")
    at = reckoning_on(day, cycle.institution_id)
    return [
        TaskList(
            organisation=organisation.name,
            secretary=secretaries.get(organisation.pk, "") or "没有登记",
            review=cycle.name.removesuffix("会"),
            problems=tuple(_listed(problem, cycle, at) for problem in listed.get(organisation.pk, [])),
            as_of=day,
        )
        for organisation in organisations
    ]


def task_list_of(cycle: Cycle, day: date, organisation_id: int) -> TaskList:
    """The list of one organisation of the cycle."""
    found = task_lists(cycle, day, [organisation_id])
    if not found:
        raise Missing("这个单位今年没有述职，也没有问题，没有任务清单。", code="task_list.missing")
    return found[0]


def _claimed(cycle: Cycle) -> list[ProblemItem]:
    rows = ProblemItem.objects.filter(in_cycle_or_carried(cycle), state__in=CLAIMED_STATES)
    parts = [f"tasks__{name}" for name in ("measures", "evidence")]
    return list(
        rows.select_related("cycle")
        .prefetch_related("tasks__responsible", *parts)
        .order_by("cycle__year", "number")
    )


def _listed(problem: ProblemItem, cycle: Cycle, at: Reckoning) -> ListedProblem:
    source = SOURCES[problem.source]
    if problem.cycle_id != cycle.pk:
        source = f"{problem.cycle.year}年度遗留"
    return ListedProblem(
        text=problem.text,
        source=source,
        tags=tuple(TAGS[tag] for tag in problem.tags),
        tasks=tuple(
            _listed_task(task, at) for task in sorted(problem.tasks.all(), key=lambda one: one.sequence)
        ),
    )


def _listed_task(task: Task, at: Reckoning) -> ListedTask:
    measures = sorted(task.measures.all(), key=lambda one: one.sequence)
    evidence = sorted(task.evidence.all(), key=lambda one: one.pk)
    return ListedTask(
        measures=tuple(one.text for one in measures),
        responsible=task.responsible.name,
        due_on=task.due_on,
        progress=_progress(task, at),
        evidence=tuple(one.description for one in evidence),
    )


def _progress(task: Task, at: Reckoning) -> str:
    if task.state == TaskState.CLOSED:
        return "已销号"
    if task.state == TaskState.SUBMITTED:
        return "已报完成，等复核"
    return "逾期，正在办" if at.late_by(task.due_on) else "正在办"
