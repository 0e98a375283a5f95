"""A record written long after the day says so. Nobody is kept from writing late: both days stay visible."""

from datetime import date


def days_after(happened_on: date, recorded_on: date) -> int:
    """How many days after the event it was recorded."""
    return (recorded_on - happened_on).days


def is_late(happened_on: date, recorded_on: date, allowed_days: int) -> bool:
    """Whether more days passed than the institution allows without a label."""
    return days_after(happened_on, recorded_on) > allowed_days
