"""Who is late and whose day comes soon, over the reports, problems and tasks of one cycle."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from pingyi.core.clock import today
from pingyi.review.cycles.models import Cycle, Reporter
from pingyi.review.cycles.queries import settings_of
from pingyi.review.dutyreports.models import DutyReport
from pingyi.review.rectification.models import ProblemItem, Task

SOON = timedelta(days=7)


class Kind(StrEnum):
    REPORT_MISSING = "report_missing"
    REPORT_RETURNED = "report_returned"
    PROBLEM_UNANSWERED = "problem_unanswered"
    TASK_OPEN = "task_open"


@dataclass(frozen=True)
class DueItem:
    """Something that one organisation still owes; late when its day has passed."""

    kind: Kind
    organisation: str
    who: str
    due_on: date
    days_late: int
    subject_id: int
    text: str = ""


def due_items(cycle: Cycle, now: datetime) -> list[DueItem]:
    """Everything late or due within a week, the latest first. Five queries."""
    day = today(now)
    items = [*_reports(cycle, day), *_problems(cycle, day), *_tasks(cycle, day)]
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
        yield DueItem(
            kind, reporter.organisation.name, reporter.person.name, due_on, (day - due_on).days, reporter.pk
        )


def _problems(cycle: Cycle, day: date) -> Iterator[DueItem]:
    days = timedelta(days=settings_of(cycle).list_due_days)
    open_ones = (
        ProblemItem.objects.filter(cycle=cycle, state=ProblemItem.State.RAISED)
        .select_related("organisation")
        .order_by("number")
    )
    for problem in open_ones:
        due_on = today(problem.raised_at) + days
        if due_on <= day + SOON:
            late = (day - due_on).days
            yield DueItem(
                Kind.PROBLEM_UNANSWERED,
                problem.organisation.name,
                "",
                due_on,
                late,
                problem.pk,
                problem.text,
            )


def _tasks(cycle: Cycle, day: date) -> Iterator[DueItem]:
    open_ones = (
        Task.objects.filter(problem__cycle=cycle, state=Task.State.OPEN, due_on__lte=day + SOON)
        .select_related("problem__organisation", "responsible")
        .order_by("due_on")
    )
    for task in open_ones:
        yield DueItem(
            Kind.TASK_OPEN,
            task.problem.organisation.name,
            task.responsible.name,
            task.due_on,
            (day - task.due_on).days,
            task.pk,
            task.problem.text,
        )
