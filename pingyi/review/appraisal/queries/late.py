"""Who is late and whose day comes soon, over the reports, problems and tasks of one cycle."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from pingyi.core.clock import today
from pingyi.organisations.domain.reckoning import Late, Reckoning
from pingyi.organisations.queries.calendar import reckoning_on
from pingyi.review.cycles.models import Cycle, Reporter
from pingyi.review.cycles.queries import settings_of
from pingyi.review.dutyreports.models import DutyReport
from pingyi.review.rectification.domain.periods import answer_lateness, task_lateness
from pingyi.review.rectification.domain.problem import WAITING_STATES
from pingyi.review.rectification.models import ProblemItem, Task

SOON = timedelta(days=7)


class Kind(StrEnum):
    REPORT_MISSING = "report_missing"
    REPORT_RETURNED = "report_returned"
    PROBLEM_UNANSWERED = "problem_unanswered"
    PROBLEM_UNPLANNED = "problem_unplanned"
    TASK_OPEN = "task_open"


@dataclass(frozen=True)
class DueItem:
    """Something that one organisation still owes. `days_left` are days of the calendar, negative after the day; `late`
    counts working days, of a report days: it has a time of day, not a working day, by which it is due."""

    kind: Kind
    organisation: str
    who: str
    due_on: date
    days_left: int
    late: Late | None
    subject_id: int
    text: str = ""


def due_items(cycle: Cycle, now: datetime) -> list[DueItem]:
    """Everything late or due within a week, the latest first. Seven queries.

    What is due on a day that the working calendar does not reach is left out: nobody can say when that is.
    """
    at = reckoning_on(today(now), cycle.institution_id)
    items = [*_reports(cycle, at.day), *_problems(cycle, at), *_tasks(cycle, at)]
    return sorted(items, key=lambda item: (item.due_on, item.organisation))


def _reports(cycle: Cycle, day: date) -> Iterator[DueItem]:
    if cycle.state == Cycle.State.DRAFT:
        return
    owed = (
        Reporter.objects.filter(cycle=cycle)
        .exclude(report__state__in=[DutyReport.State.SUBMITTED, DutyReport.State.ACCEPTED])
        .select_related("organisation", "person", "report")
        .order_by("order")
    )
    for reporter in owed:
        report = getattr(reporter, "report", None)
        due_at = (report.due_at if report else None) or cycle.reports_due_at
        if due_at is None or (due_on := today(due_at)) > day + SOON:
            continue
        is_returned = report is not None and report.state == DutyReport.State.RETURNED
        kind = Kind.REPORT_RETURNED if is_returned else Kind.REPORT_MISSING
        left = (due_on - day).days
        yield DueItem(
            kind,
            reporter.organisation.name,
            reporter.person.name,
            due_on,
            left,
            Late(-left) if left < 0 else None,
            reporter.pk,
        )


def _problems(cycle: Cycle, at: Reckoning) -> Iterator[DueItem]:
    days = settings_of(cycle).list_due_days
    waiting = (
        ProblemItem.objects.filter(cycle=cycle, state__in=WAITING_STATES)
        .select_related("organisation")
        .order_by("number")
    )
    for problem in waiting:
        raised_on = today(problem.raised_at)
        due_on = at.due_after(raised_on, days)
        is_raised = problem.state == ProblemItem.State.RAISED
        if due_on is not None and due_on <= at.day + SOON:
            yield DueItem(
                Kind.PROBLEM_UNANSWERED if is_raised else Kind.PROBLEM_UNPLANNED,
                problem.organisation.name,
                "",
                due_on,
                (due_on - at.day).days,
                answer_lateness(problem.state, raised_on, days, at),
                problem.pk,
                problem.text,
            )


def _tasks(cycle: Cycle, at: Reckoning) -> Iterator[DueItem]:
    open_ones = (
        Task.objects.filter(problem__cycle=cycle, state=Task.State.OPEN, due_on__lte=at.day + SOON)
        .select_related("problem__organisation", "responsible")
        .order_by("due_on")
    )
    for task in open_ones:
        yield DueItem(
            Kind.TASK_OPEN,
            task.problem.organisation.name,
            task.responsible.name,
            task.due_on,
            (task.due_on - at.day).days,
            task_lateness(task.state, task.due_on, at),
            task.pk,
            task.problem.text,
        )
