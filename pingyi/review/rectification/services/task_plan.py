"""What planning and changing a task have in common: what a plan has to say, and who may write it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from pingyi.core.clock import today
from pingyi.core.errors import Forbidden, Refused
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.organisations.models import Person
from pingyi.organisations.queries.calendar import work_calendar
from pingyi.review.cycles.queries import settings_of
from pingyi.review.rectification.domain.periods import DueFault, due_fault, latest_due
from pingyi.review.rectification.domain.plan import is_plan_in_force
from pingyi.review.rectification.models import ProblemItem, Task, TaskMeasure
from pingyi.review.rectification.queries.responsible import may_be_responsible
from pingyi.review.rectification.rules import may_answer
from pingyi.review.rectification.services.words import REPORT, asked_words

MOST_MEASURES, LONGEST_MEASURE, LONGEST_DEPARTMENT = 20, 500, 120


@dataclass(frozen=True)
class Plan:
    """A plan as it was checked: what, who, from when to when."""

    steps: tuple[str, ...]
    responsible: Person
    department: str
    starts_on: date
    due_on: date


def refuse_strangers(actor: Actor, problem: ProblemItem) -> None:
    if not may_answer(actor, problem):
        raise Forbidden(Words("整改任务由所在单位的书记办理。"))


def check_measures(measures: Iterable[str]) -> tuple[str, ...]:
    steps = tuple(text for one in measures if (text := one.strip()))
    if not steps:
        raise Refused(Words("还没有写措施。一行写一条，写清做什么。"), code="task.measures", field="measures")
    if len(steps) > MOST_MEASURES or max(map(len, steps)) > LONGEST_MEASURE:
        raise Refused(
            Words(
                "一项任务最多{most_measures}条措施，每条最多{longest_measure}字。再多的，另列一项任务。",
                most_measures=MOST_MEASURES,
                longest_measure=LONGEST_MEASURE,
            ),
            code="task.measures_too_long",
            field="measures",
        )
    return steps


def check_department(department: str) -> str:
    return asked_words(
        department,
        missing=Words("写明责任部门，例如“党委办公室”。"),
        code="task.department",
        field="department",
        most=LONGEST_DEPARTMENT,
    )


def check_cause(problem: ProblemItem, cause: str) -> str:
    """The cause as it was just written, or as it stands already."""
    return asked_words(
        cause if cause.strip() else problem.cause,
        missing=Words("还没有写原因。写明这个问题为什么会有，措施才对得上。"),
        code="problem.cause",
        field="cause",
        most=REPORT,
    )


def check_start(starts_on: date, due_on: date) -> None:
    if starts_on > due_on:
        raise Refused(
            Words(
                "开始的日子{start}晚于期限{due}。改其中一个。",
                start=starts_on.isoformat(),
                due=due_on.isoformat(),
            ),
            code="task.start_after_due",
            field="starts_on",
        )


def check_working_day(institution_id: int, day: date) -> None:
    """A deadline lies on a working day. Where the year's calendar is not known, the day is taken as it was written."""
    calendar = work_calendar(institution_id)
    if not calendar.is_known(day) or calendar.is_working(day):
        return
    following = calendar.next_working_day(day)
    if following is None:
        raise Refused(
            Words(
                "{day}休息（{name}）。写一个工作日。",
                day=day.isoformat(),
                name=calendar.name_of(day) or Words("周末"),
            ),
            code="task.due_rest_day",
            field="due_on",
        )
    raise Refused(
        Words(
            "{day}休息（{name}）。下一个工作日是{following}，写这一天或别的工作日。",
            day=day.isoformat(),
            name=calendar.name_of(day) or Words("周末"),
            following=following.isoformat(),
        ),
        code="task.due_rest_day",
        field="due_on",
    )


def refuse_before_approval(task: Task) -> None:
    """Work counts from the approval of the plan on."""
    if not is_plan_in_force(task.plan_state):
        raise Refused(
            Words("计划还没有批准，没有记下。批准以后，进展、佐证和完成情况才算数。"),
            code="task.plan_not_approved",
        )


def check_responsible(problem: ProblemItem, person: Person) -> None:
    """Somebody of the organisation or below it, or in a post there."""
    if not may_be_responsible(problem.organisation, person):
        raise Refused(
            Words(
                "{person}不在{organisation}的人员里。责任人从本单位和下级单位的人员里选。",
                person=person.name,
                organisation=problem.organisation.name,
            ),
            code="task.responsible",
            field="responsible",
        )


def check_due(problem: ProblemItem, due_on: date, now: datetime) -> None:
    """Not before today, not beyond the period that the cycle sets, on a working day."""
    day = today(now)
    months = settings_of(problem.cycle).rectification_months
    latest = latest_due(today(problem.raised_at), day, months)
    fault = due_fault(due_on, day, latest)
    if fault is DueFault.PAST:
        raise Refused(
            Words("期限{isoformat}已经过了。写今天或以后的日子。", isoformat=due_on.isoformat()),
            code="task.due_past",
            field="due_on",
        )
    if fault is DueFault.BEYOND and latest is not None:
        raise Refused(
            Words(
                "期限晚于整改期限{isoformat}（本轮规则：{months}个月）。写这一天或更早的日子。",
                isoformat=latest.isoformat(),
                months=months,
            ),
            code="task.due_beyond",
            field="due_on",
        )
    check_working_day(problem.institution_id, due_on)


def write_measures(task: Task, steps: Iterable[str]) -> None:
    TaskMeasure.objects.bulk_create(
        TaskMeasure(institution_id=task.institution_id, task=task, sequence=place, text=text)
        for place, text in enumerate(steps, start=1)
    )
