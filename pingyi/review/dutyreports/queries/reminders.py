"""Which reminders of reports were given, and what became of their mails."""

from pingyi.notices.models import Notice
from pingyi.notices.queries import notices_about
from pingyi.review.cycles.models import Cycle, Reporter

KIND = "report.reminder"


def about(reporter_id: int) -> str:
    """What a reminder is about."""
    return f"reporter:{reporter_id}"


def reminders_of(cycle: Cycle) -> dict[int, list[Notice]]:
    """The reminders of the cycle by reporter, the newest first. Two queries."""
    by_about = {
        about(reporter_id): reporter_id
        for reporter_id in Reporter.objects.filter(cycle=cycle).values_list("pk", flat=True)
    }
    found: dict[int, list[Notice]] = {}
    for notice in notices_about([KIND], by_about):
        found.setdefault(by_about[notice.about], []).append(notice)
    return found
