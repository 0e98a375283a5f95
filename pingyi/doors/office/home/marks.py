"""The days of a cycle on its time line."""

from pingyi.core.clock import today
from pingyi.core.words import Words
from pingyi.doors.office.drawing.axis import Mark
from pingyi.review.appraisal.queries.progress import Progress


def marks_of(progress: Progress) -> list[Mark]:
    """Dates that the plan names and days on which something was done."""
    cycle = progress.cycle
    marks = [Mark(today(meeting.held_at), Words("评议会"), is_big=True) for meeting in progress.meetings]
    if cycle.reports_due_at:
        marks.append(Mark(today(cycle.reports_due_at), Words("交报告截止")))
    if cycle.frozen_at:
        marks.append(Mark(today(cycle.frozen_at), Words("方案封存")))
    if cycle.before_from:
        marks.append(Mark(cycle.before_from, Words("述前开始")))
    if cycle.after_to:
        marks.append(Mark(cycle.after_to, Words("述后结束")))
    return marks
