"""All reports of one cycle: who has handed in, how long, how late, what of last year is answered."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pingyi.review.cycles.domain.settings import Counting, ReviewSettings
from pingyi.review.cycles.models import Cycle, Reporter
from pingyi.review.cycles.queries import settings_of
from pingyi.review.dutyreports.domain.lateness import days_late, is_late, is_overdue
from pingyi.review.dutyreports.domain.length import count_characters
from pingyi.review.dutyreports.domain.states import ReportState, is_handed_in
from pingyi.review.dutyreports.models import DutyReport, ProblemAnswer, ReportSection
from pingyi.review.dutyreports.queries.stages import stages_of
from pingyi.review.rectification.models import ProblemItem
from pingyi.review.rectification.queries.carried import SETTLED


@dataclass(frozen=True)
class BoardLine:
    """One reporter with the report, or without one as long as nobody has begun it."""

    reporter: Reporter
    report: DutyReport | None
    length: int
    answered: int
    asked: int
    is_late: bool
    days_late: int
    # The deadline of this report: the one given with a return, else the cycle's.
    due_at: datetime | None = None
    is_overdue: bool = False
    # The days by which it is overdue now.
    days_over: int = 0
    # Whether it waits for the clerks, and not for somebody named at a level below them.
    is_for_clerks: bool = True

    @property
    def is_returned(self) -> bool:
        return self.state == ReportState.RETURNED

    @property
    def state(self) -> str:
        return self.report.state if self.report else ""

    @property
    def submitted_at(self) -> datetime | None:
        return self.report.submitted_at if self.report else None

    @property
    def is_in(self) -> bool:
        return bool(self.report) and is_handed_in(self.state)

    @property
    def is_waiting(self) -> bool:
        """Handed in and not looked at yet."""
        return self.state == ReportState.SUBMITTED


@dataclass(frozen=True)
class Board:
    lines: tuple[BoardLine, ...]
    settings: ReviewSettings

    @property
    def handed_in(self) -> int:
        return sum(line.is_in for line in self.lines)

    @property
    def accepted(self) -> int:
        return sum(line.state == ReportState.ACCEPTED for line in self.lines)

    @property
    def missing(self) -> list[BoardLine]:
        return [line for line in self.lines if not line.is_in]

    @property
    def waiting(self) -> list[BoardLine]:
        """Those to be looked at, whoever handed in first at the head."""
        waiting = [line for line in self.lines if line.is_waiting]
        return sorted(waiting, key=lambda line: line.submitted_at.timestamp() if line.submitted_at else 0)

    @property
    def waiting_for_clerks(self) -> list[BoardLine]:
        return [line for line in self.waiting if line.is_for_clerks]

    @property
    def late(self) -> int:
        return sum(line.is_late for line in self.lines)

    @property
    def overdue(self) -> list[BoardLine]:
        """Those who owe a report now and are late with it, the latest first."""
        return sorted((line for line in self.lines if line.is_overdue), key=lambda line: -line.days_over)


def report_board(cycle: Cycle, now: datetime) -> Board:
    """The reporters of the cycle in the order of meeting and ballot. Five queries, however many there are, and two more
    where reports go through several levels."""
    settings = settings_of(cycle)
    reporters = list(
        Reporter.objects.filter(cycle=cycle)
        .select_related("organisation", "person", "meeting", "report")
        .order_by("meeting__sequence", "order")
    )
    lengths = _lengths(cycle, settings.report_counting)
    asked = _open_problems(cycle, [reporter.organisation_id for reporter in reporters])
    answered = _answered(cycle, settings.report_counting)
    begun = [reporter.report for reporter in reporters if hasattr(reporter, "report")]
    for one in begun:
        one.reporter.cycle = cycle
    stages = stages_of(begun, settings)
    lines = []
    for reporter in reporters:
        report: DutyReport | None = getattr(reporter, "report", None)
        answers = answered[report.pk] if report else {}
        lines.append(
            BoardLine(
                reporter=reporter,
                report=report,
                length=(lengths[report.pk] if report else 0) + sum(answers.values()),
                answered=sum(answers.get(problem, 0) > 0 for problem in asked[reporter.organisation_id]),
                asked=len(asked[reporter.organisation_id]),
                is_for_clerks=report is None or stages[report.pk].is_for_clerks,
                **_times(report, cycle, now),
            )
        )
    return Board(tuple(lines), settings)


def _times(report: DutyReport | None, cycle: Cycle, now: datetime) -> dict[str, Any]:
    """Late at the first handing-in, and overdue now: two questions with two deadlines."""
    first = report.first_submitted_at if report else None
    due_at = (report.due_at if report else None) or cycle.reports_due_at
    over = is_overdue(is_in=report is not None and is_handed_in(report.state), due_at=due_at, now=now)
    return {
        "is_late": is_late(first_submitted_at=first, due_at=cycle.reports_due_at, now=now),
        "days_late": days_late(first_submitted_at=first, due_at=cycle.reports_due_at, now=now),
        "due_at": due_at,
        "is_overdue": over,
        "days_over": days_late(first_submitted_at=None, due_at=due_at, now=now) if over else 0,
    }


def _lengths(cycle: Cycle, counting: Counting) -> defaultdict[int, int]:
    """Characters of the sections, by report."""
    found: defaultdict[int, int] = defaultdict(int)
    rows = ReportSection.objects.filter(report__reporter__cycle=cycle).values_list("report_id", "text")
    for report_id, text in rows:
        found[report_id] += count_characters(text, counting)
    return found


def _answered(cycle: Cycle, counting: Counting) -> defaultdict[int, dict[int, int]]:
    """Characters of each answer, by report and problem."""
    found: defaultdict[int, dict[int, int]] = defaultdict(dict)
    rows = ProblemAnswer.objects.filter(report__reporter__cycle=cycle)
    for report_id, problem_id, text in rows.values_list("report_id", "problem_id", "text"):
        found[report_id][problem_id] = count_characters(text, counting)
    return found


def _open_problems(cycle: Cycle, organisation_ids: Iterable[int]) -> defaultdict[int, list[int]]:
    """What earlier years of the same convenor left open, by organisation."""
    found: defaultdict[int, list[int]] = defaultdict(list)
    rows = ProblemItem.objects.filter(
        cycle__convenor=cycle.convenor_id,
        cycle__year__lt=cycle.year,
        organisation__in=organisation_ids,
    ).exclude(state__in=SETTLED)
    for organisation_id, problem_id in rows.values_list("organisation_id", "pk"):
        found[organisation_id].append(problem_id)
    return found
