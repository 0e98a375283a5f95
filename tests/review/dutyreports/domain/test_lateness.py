from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from pingyi.review.dutyreports.domain.lateness import days_late, is_late, is_overdue

DUE = datetime(2026, 1, 8, 17, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.mark.parametrize(
    ("first", "now", "late", "days"),
    [
        (DUE, DUE + 9 * DAY, False, 0),
        (DUE - DAY, DUE + 9 * DAY, False, 0),
        (DUE + HOUR, DUE + 9 * DAY, True, 0),
        (DUE + 7 * HOUR, DUE + 9 * DAY, True, 1),
        (DUE + 3 * DAY, DUE + 9 * DAY, True, 3),
        (None, DUE - HOUR, False, 0),
        (None, DUE + 2 * DAY, True, 2),
    ],
)
def test_the_first_handing_in_counts_else_the_present(
    first: datetime | None, now: datetime, late: bool, days: int
) -> None:
    assert is_late(first_submitted_at=first, due_at=DUE, now=now) is late
    assert days_late(first_submitted_at=first, due_at=DUE, now=now) == days


def test_without_a_deadline_nothing_is_late() -> None:
    assert not is_late(first_submitted_at=None, due_at=None, now=DUE + 9 * DAY)
    assert days_late(first_submitted_at=None, due_at=None, now=DUE + 9 * DAY) == 0
    assert not is_overdue(is_in=False, due_at=None, now=DUE + 9 * DAY)


def test_what_is_in_is_not_owed() -> None:
    assert is_overdue(is_in=False, due_at=DUE, now=DUE + HOUR)
    assert not is_overdue(is_in=False, due_at=DUE, now=DUE)
    assert not is_overdue(is_in=True, due_at=DUE, now=DUE + HOUR)
