from tests.doors.office.dutyreports.conftest import _three_days_before_the_deadline

__all__ = ["_three_days_before_the_deadline"]
