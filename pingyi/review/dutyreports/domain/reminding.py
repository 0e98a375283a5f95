"""When somebody is reminded of a report that she owes. Never twice on one day; the rest are settings of the cycle."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class RemindRule:
    """`before`: so many days ahead of the deadline, once; `every`: so many days apart after it. None: never."""

    before: int | None
    every: int | None


def is_reminder_due(
    *, due_on: date, is_overdue: bool, last_on: date | None, today: date, rule: RemindRule
) -> bool:
    """Whether the system reminds today by itself. `last_on` is the last reminder of any kind about this report."""
    if last_on is not None and last_on >= today:
        return False
    if is_overdue:
        return rule.every is not None and (last_on is None or (today - last_on).days >= rule.every)
    if rule.before is None or (due_on - today).days > rule.before:
        return False
    # A server that stood still on the very day catches up; one reminder lies in these days, not two.
    return last_on is None or (due_on - last_on).days > rule.before
