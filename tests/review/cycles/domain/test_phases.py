from datetime import date

import pytest

from pingyi.review.cycles.domain.phases import PhaseDates, date_faults

GOOD = PhaseDates(
    before_from=date(2025, 11, 10),
    before_to=date(2026, 1, 15),
    during_from=date(2026, 1, 16),
    during_to=date(2026, 1, 20),
    after_from=date(2026, 1, 20),
    after_to=date(2026, 12, 31),
)


def test_phases_in_order_are_fine_and_may_share_a_day() -> None:
    assert date_faults(GOOD, 2025, date(2026, 1, 8)) == {}


def test_open_days_are_no_fault() -> None:
    assert date_faults(PhaseDates(during_from=date(2026, 1, 16)), 2025) == {}


def test_a_day_before_the_one_that_comes_first_is_named_with_both() -> None:
    faults = date_faults(PhaseDates(before_from=date(2026, 1, 10), during_to=date(2026, 1, 9)), 2025)
    assert faults == {"during_to": "述中结束（2026年1月9日）早于述前开始（2026年1月10日）。请改其中一个。"}


@pytest.mark.parametrize("day", [date(2024, 12, 31), date(2052, 1, 16)])
def test_a_mistyped_year_is_noticed_and_does_not_disturb_the_rest(day: date) -> None:
    faults = date_faults(PhaseDates(before_from=day, before_to=date(2026, 1, 1)), 2025)
    assert list(faults) == ["before_from"]


@pytest.mark.parametrize(
    ("due", "word"),
    [
        (date(2025, 11, 9), "早于述前开始"),
        (date(2026, 1, 21), "晚于述中结束"),
        (date(2036, 1, 8), "核对年份"),
    ],
)
def test_reports_are_due_between_the_first_day_and_the_meetings(due: date, word: str) -> None:
    assert word in date_faults(GOOD, 2025, due)["reports_due_at"]


def test_without_phases_any_near_deadline_will_do() -> None:
    assert date_faults(PhaseDates(), 2025, date(2026, 1, 8)) == {}
