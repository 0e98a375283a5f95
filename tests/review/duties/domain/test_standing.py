"""How an entry stands follows from facts."""

from datetime import date

import pytest

from pingyi.review.duties.domain.entries import Part, ReportState
from pingyi.review.duties.domain.standing import Facts, Standing, Tally, TaskCounts, standing_of, tally

DAY = date(2026, 7, 1)
PAST, AHEAD = date(2026, 6, 30), date(2026, 7, 1)
OPEN_TASK, CLOSED_TASKS = TaskCounts(total=3, closed=2, late=1), TaskCounts(total=2, closed=2)


def facts(
    part: Part = Part.DUTY, report: ReportState = ReportState.OPEN, stage: int = 0, **more: object
) -> Facts:
    wanted = {"due_on": AHEAD, **more}
    return Facts(part, report, stage, **wanted)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("given", "standing"),
    [
        (facts(), Standing.OPEN),
        (facts(due_on=None), Standing.OPEN),
        (facts(due_on=PAST), Standing.LATE),
        (facts(report=ReportState.REPORTED, due_on=PAST), Standing.WAITING),
        (facts(report=ReportState.CONFIRMED, due_on=PAST), Standing.DONE),
        (facts(report=ReportState.CONFIRMED, tasks=CLOSED_TASKS), Standing.DONE),
        (facts(report=ReportState.CONFIRMED, tasks=OPEN_TASK), Standing.AGAIN),
        (facts(Part.PROJECT, stage=3), Standing.OPEN),
        (facts(Part.PROJECT, stage=3, due_on=PAST), Standing.LATE),
        (facts(Part.PROJECT, stage=4, due_on=PAST), Standing.DONE),
        (facts(Part.PROJECT, stage=4, tasks=OPEN_TASK), Standing.AGAIN),
        (facts(report=ReportState.CONFIRMED, is_dropped=True), Standing.DROPPED),
    ],
)
def test_standing_comes_from_reports_stages_tasks_and_the_day(given: Facts, standing: Standing) -> None:
    assert standing_of(given, DAY) is standing


def test_what_was_dropped_is_in_no_denominator() -> None:
    rows = [Standing.DONE, Standing.WAITING, Standing.AGAIN, Standing.LATE, Standing.OPEN, Standing.DROPPED]
    assert tally(rows) == Tally(total=5, done=1, waiting=1, late=1)


def test_open_tasks_are_those_not_closed_out() -> None:
    assert OPEN_TASK.open == 1
    assert CLOSED_TASKS.open == 0
