"""Who is late, as the table of the overview shows it."""

from collections.abc import Sequence
from dataclasses import dataclass

from pingyi.core.words import Words
from pingyi.doors.office.drawing.dates import say_day
from pingyi.doors.office.navigation import leads_somewhere
from pingyi.review.appraisal.queries.late import DueItem, Kind

SHOWN = 10
WORDS = {
    Kind.REPORT_MISSING: Words("述职报告没有交"),
    Kind.REPORT_RETURNED: Words("退回的报告没有重交"),
    Kind.PROBLEM_UNANSWERED: Words("问题没有认领"),
    Kind.TASK_OPEN: Words("整改任务没有报完成"),
}
PATHS = {
    Kind.REPORT_MISSING: "/office/reporters/{}/report/",
    Kind.REPORT_RETURNED: "/office/reporters/{}/report/",
    Kind.PROBLEM_UNANSWERED: "/office/problems/{}/",
    Kind.TASK_OPEN: "/office/tasks/{}/",
}


@dataclass(frozen=True)
class LateLine:
    what: str
    text: str
    organisation: str
    who: str
    due: str
    days_late: int
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
    late = sum(item.days_late > 0 for item in items)
    return LateTable(tuple(_line(item) for item in items[:SHOWN]), late, len(items) - late)


def _line(item: DueItem) -> LateLine:
    path = PATHS[item.kind].format(item.subject_id)
    return LateLine(
        WORDS[item.kind],
        item.text,
        item.organisation,
        item.who,
        _due_words(item),
        max(0, item.days_late),
        path if leads_somewhere(path) else "",
    )


def _due_words(item: DueItem) -> str:
    return {0: Words("今天到期"), -1: Words("明天到期")}.get(
        item.days_late, Words("{say_day}到期", say_day=say_day(item.due_on))
    )
