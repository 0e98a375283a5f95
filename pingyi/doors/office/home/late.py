"""Who is late, as the table of the overview shows it."""

from collections.abc import Sequence
from dataclasses import dataclass

from pingyi.core.words import Words
from pingyi.doors.office.drawing.dates import say_day
from pingyi.doors.office.navigation import leads_somewhere
from pingyi.organisations.phrases import late_words
from pingyi.review.appraisal.queries.late import DueItem, Kind

SHOWN = 10
WORDS = {
    Kind.REPORT_MISSING: Words("述职报告没有交"),
    Kind.REPORT_RETURNED: Words("退回的报告没有重交"),
    Kind.PROBLEM_UNANSWERED: Words("问题没有认领"),
    Kind.PROBLEM_UNPLANNED: Words("认领了没有列任务"),
    Kind.TASK_OPEN: Words("整改任务没有报完成"),
}
PATHS = {
    Kind.REPORT_MISSING: "/office/reporters/{}/report/",
    Kind.REPORT_RETURNED: "/office/reporters/{}/report/",
    Kind.PROBLEM_UNANSWERED: "/office/problems/{}/",
    Kind.PROBLEM_UNPLANNED: "/office/problems/{}/",
    Kind.TASK_OPEN: "/office/tasks/{}/",
}


@dataclass(frozen=True)
class LateLine:
    what: str
    text: str
    organisation: str
    who: str
    due: str
    late: str
    href: str


@dataclass(frozen=True)
class LateTable:
    lines: tuple[LateLine, ...]
    late: int
    soon: int

    @property
    def hidden(self) -> int:
        return self.late + self.soon - len(self.lines)


def late_table(items: Sequence[DueItem]) -> LateTable:
    """The first lines, and how many there are in all."""
    late = sum(item.late is not None for item in items)
    return LateTable(tuple(_line(item) for item in items[:SHOWN]), late, len(items) - late)


def _line(item: DueItem) -> LateLine:
    path = PATHS[item.kind].format(item.subject_id)
    return LateLine(
        WORDS[item.kind],
        item.text,
        item.organisation,
        item.who,
        _due_words(item),
        _late_words(item),
        path if leads_somewhere(path) else "",
    )


def _due_words(item: DueItem) -> str:
    return {0: Words("今天到期"), 1: Words("明天到期")}.get(
        item.days_left, Words("{say_day}到期", say_day=say_day(item.due_on))
    )


def _late_words(item: DueItem) -> str:
    if item.late is None:
        return ""
    is_report = item.kind in {Kind.REPORT_MISSING, Kind.REPORT_RETURNED}
    return Words("逾{days}天", days=item.late.days) if is_report else late_words(item.late)
