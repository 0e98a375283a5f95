from datetime import date

import pytest

from pingyi.review.dutyreports.domain.reminding import RemindRule, is_reminder_due

DUE = date(2026, 1, 8)


def day(number: int) -> date:
    return date(2026, 1, number)


@pytest.mark.parametrize(
    ("today", "last_on", "rule", "is_due"),
    [
        (day(4), None, RemindRule(3, None), False),
        (day(5), None, RemindRule(3, None), True),
        (day(6), None, RemindRule(3, None), True),  # the server stood still on the 5th
        (day(6), day(5), RemindRule(3, None), False),
        (day(6), day(2), RemindRule(3, None), True),  # by hand, long before
        (day(8), None, RemindRule(3, None), True),
        (day(5), day(5), RemindRule(3, 1), False),
        (day(5), None, RemindRule(None, 1), False),
        (day(9), None, RemindRule(3, None), False),
        (day(9), day(5), RemindRule(3, 2), True),
        (day(10), day(9), RemindRule(3, 2), False),
        (day(11), day(9), RemindRule(3, 2), True),
        (day(9), day(9), RemindRule(3, 1), False),
        (day(9), None, RemindRule(3, 1), True),
    ],
)
def test_who_is_reminded_by_itself(today: date, last_on: date | None, rule: RemindRule, is_due: bool) -> None:
    found = is_reminder_due(due_on=DUE, is_overdue=today > DUE, last_on=last_on, today=today, rule=rule)
    assert found is is_due
