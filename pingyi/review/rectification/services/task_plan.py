"""What planning and changing a task have in common: what a plan has to say, and who may write it."""

from collections.abc import Iterable
from datetime import date, datetime

from pingyi.core.clock import today
from pingyi.core.errors import Forbidden, Refused
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.organisations.models import Person
from pingyi.review.cycles.queries import settings_of
from pingyi.review.rectification.domain.periods import DueFault, due_fault, latest_due
from pingyi.review.rectification.models import ProblemItem, Task, TaskMeasure
from pingyi.review.rectification.queries.responsible import may_be_responsible
from pingyi.review.rectification.rules import may_answer

MOST_MEASURES, LONGEST_MEASURE = 20, 500


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
    """Not before today, not beyond the period that the cycle sets."""
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


def write_measures(task: Task, steps: Iterable[str]) -> None:
    TaskMeasure.objects.bulk_create(
        TaskMeasure(institution_id=task.institution_id, task=task, sequence=place, text=text)
        for place, text in enumerate(steps, start=1)
    )
