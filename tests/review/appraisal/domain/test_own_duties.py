from datetime import date

from pingyi.organisations.domain.reckoning import Late, Reckoning
from pingyi.organisations.domain.working_days import KnownYear, calendar_of
from pingyi.review.appraisal.domain.own_duties import Duty, OwnDuty, in_order

TODAY = date(2026, 1, 20)


def duty(kind: Duty, due_on: date | None = None, subject_id: int = 1) -> OwnDuty:
    return OwnDuty(kind, "法学院党委", "", subject_id, due_on)


def test_the_earliest_day_comes_first_and_what_has_no_day_last() -> None:
    late = duty(Duty.TASK, date(2026, 1, 10))
    soon = duty(Duty.CLAIM, date(2026, 1, 24))
    someday = duty(Duty.FOLLOW_UP)
    assert in_order([someday, soon, late]) == [late, soon, someday]


def test_within_a_day_the_order_of_the_year_decides() -> None:
    day = date(2026, 1, 24)
    duties = [
        duty(Duty.TASK, day),
        duty(Duty.LIST_TASKS, day),
        duty(Duty.CLAIM, day, 2),
        duty(Duty.CLAIM, day),
    ]
    assert [(one.duty, one.subject_id) for one in in_order(duties)] == [
        (Duty.CLAIM, 1),
        (Duty.CLAIM, 2),
        (Duty.LIST_TASKS, 1),
        (Duty.TASK, 1),
    ]


def test_days_left_are_negative_after_the_day_and_unknown_without_one() -> None:
    assert duty(Duty.TASK, date(2026, 1, 18)).days_left(TODAY) == -2
    assert duty(Duty.TASK, date(2026, 1, 21)).days_left(TODAY) == 1
    assert duty(Duty.FOLLOW_UP).days_left(TODAY) is None


def test_a_task_is_late_by_working_days_and_a_report_by_days() -> None:
    at, friday = Reckoning(calendar_of([KnownYear(2026, "通知", ())]), TODAY), date(2026, 1, 16)
    assert duty(Duty.TASK, friday).late(at) == Late(2)
    assert duty(Duty.REPORT, friday).late(at) == Late(4)
    assert duty(Duty.REPORT, TODAY).late(at) is None
    assert duty(Duty.FOLLOW_UP).late(at) is None
