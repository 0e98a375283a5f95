"""What the organisations of one secretary owe and have done in a cycle, in a fixed number of queries."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import Count

from pingyi.core.clock import today
from pingyi.organisations.domain.reckoning import Reckoning
from pingyi.review.appraisal.domain.own_duties import Duty, OwnDuty, in_order
from pingyi.review.cycles.models import Cycle, Reporter
from pingyi.review.cycles.queries import settings_of
from pingyi.review.cycles.queries.reviews import reviews
from pingyi.review.dutyreports.models import DutyReport
from pingyi.review.rectification.models import FollowUp, ProblemItem, Task
from pingyi.review.rectification.queries import known_follow_ups, known_problems

Report, Problem = DutyReport.State, ProblemItem.State


@dataclass(frozen=True)
class OwnReport:
    """The report of one organisation in the cycle; `report` is None before anything was written."""

    reporter: Reporter
    report: DutyReport | None

    @property
    def state(self) -> str:
        return self.report.state if self.report else ""


@dataclass(frozen=True)
class OwnWork:
    cycle: Cycle
    reports: tuple[OwnReport, ...]
    problems: tuple[ProblemItem, ...]
    tasks: tuple[Task, ...]
    follow_ups: tuple[FollowUp, ...]
    duties: tuple[OwnDuty, ...]


def own_work(organisation_ids: Collection[int], at: Reckoning) -> OwnWork | None:
    """The work of these organisations in the newest frozen cycle that they report in; None if there is none.

    Problems and tasks of earlier cycles that are still open stay with it.
    """
    reporters = list(
        Reporter.objects.filter(organisation__in=organisation_ids, cycle__in=reviews())
        .exclude(cycle__state=Cycle.State.DRAFT)
        .select_related("cycle", "meeting", "organisation", "person", "report")
        .order_by("-cycle__year", "-cycle__pk", "order")
    )
    if not reporters:
        return None
    cycle = reporters[0].cycle
    reports = tuple(
        OwnReport(reporter, getattr(reporter, "report", None))
        for reporter in reporters
        if reporter.cycle_id == cycle.pk
    )
    problems = tuple(
        ProblemItem.objects.filter(known_problems(), organisation__in=organisation_ids)
        .exclude(state__in=[Problem.CLOSED, Problem.WITHDRAWN])
        .select_related("organisation", "cycle")
        .annotate(task_count=Count("tasks"))
        .order_by("-cycle__year", "number")
    )
    tasks = tuple(
        Task.objects.filter(problem__organisation__in=organisation_ids)
        .exclude(state=Task.State.CLOSED)
        .select_related("problem__organisation", "responsible")
        .order_by("due_on", "pk")
    )
    follow_ups = tuple(
        FollowUp.objects.filter(
            known_follow_ups(), organisation__in=organisation_ids, state=FollowUp.State.OPEN
        )
        .select_related("organisation", "requirement")
        .order_by("requirement__number", "pk")
    )
    duties = in_order(
        [
            *_of_reports(cycle, reports),
            *_of_problems(cycle, problems, at),
            *_of_tasks(tasks),
            *_of_follow_ups(follow_ups),
        ]
    )
    return OwnWork(cycle, reports, problems, tasks, follow_ups, tuple(duties))


def _of_reports(cycle: Cycle, reports: tuple[OwnReport, ...]) -> list[OwnDuty]:
    owed = [one for one in reports if one.state not in {Report.SUBMITTED, Report.ACCEPTED}]
    return [
        OwnDuty(Duty.REPORT, one.reporter.organisation.name, one.state, one.reporter.pk, _due_on(one, cycle))
        for one in owed
    ]


def _due_on(own: OwnReport, cycle: Cycle) -> date | None:
    """The day of a deadline given with a return, else the cycle's."""
    due_at = (own.report.due_at if own.report else None) or cycle.reports_due_at
    return today(due_at) if due_at else None


def _of_problems(cycle: Cycle, problems: tuple[ProblemItem, ...], at: Reckoning) -> list[OwnDuty]:
    days = settings_of(cycle).list_due_days
    duties = []
    for problem in problems:
        due_on = at.due_after(today(problem.raised_at), days)
        if problem.state == Problem.RAISED:
            duties.append(OwnDuty(Duty.CLAIM, problem.organisation.name, problem.text, problem.pk, due_on))
        elif problem.state == Problem.CLAIMED and not problem.task_count:  # type: ignore[attr-defined]
            duties.append(
                OwnDuty(Duty.LIST_TASKS, problem.organisation.name, problem.text, problem.pk, due_on)
            )
    return duties


def _of_tasks(tasks: tuple[Task, ...]) -> list[OwnDuty]:
    """A returned plan to change, approved work to do. A plan that waits for approval is nobody's."""
    duties = []
    for task in tasks:
        if task.state != Task.State.OPEN or task.plan_state == Task.PlanState.PROPOSED:
            continue
        is_returned = task.plan_state == Task.PlanState.RETURNED
        duty = Duty.CHANGE_PLAN if is_returned else Duty.TASK
        duties.append(OwnDuty(duty, task.problem.organisation.name, task.problem.text, task.pk, task.due_on))
    return duties


def _of_follow_ups(follow_ups: tuple[FollowUp, ...]) -> list[OwnDuty]:
    return [
        OwnDuty(Duty.FOLLOW_UP, one.organisation.name, one.requirement.text, one.pk) for one in follow_ups
    ]
