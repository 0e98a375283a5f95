"""What rectification states about an organisation: how the problems named in the review before stand."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from pingyi.core.words import Words
from pingyi.organisations.domain.facts import Better, Fact, Measure, Span

CLOSED, OVERDUE, REOPENED, TASKS = "problems.closed", "problems.overdue", "problems.reopened", "tasks.done"
MEASURES: tuple[Measure, ...] = (
    Measure(
        CLOSED,
        Words("上一年的问题销号"),
        Words("个"),
        Better.MORE,
        ("问题", "整改问题", "点评问题", "反馈问题", "点评指出的问题", "指出的问题", "反馈的问题"),
    ),
    Measure(OVERDUE, Words("上一年的问题逾期"), Words("个"), Better.LESS, ("逾期", "超期", "逾期问题")),
    Measure(REOPENED, Words("上一年的问题反弹"), Words("个"), Better.LESS, ("反弹", "反弹回潮")),
    Measure(TASKS, Words("整改任务办结"), Words("项"), Better.MORE, ("整改任务", "整改事项", "整改措施任务")),
)


@dataclass(frozen=True)
class ProblemLine:
    """One problem on the last day: struck off by then, found by the organisation itself, with its tasks.

    `tasks` are (last day, closed by the last day of the span, reopened by then).
    """

    is_closed: bool
    is_self_found: bool
    tasks: tuple[tuple[date, bool, bool], ...] = ()

    def is_overdue(self, day: date) -> bool:
        return not self.is_closed and any(due < day and not done for due, done, _ in self.tasks)


def facts_of_problems(
    organisation_id: int, year: int, period: Span, lines: Iterable[ProblemLine]
) -> Iterator[Fact]:
    """Of what others named in the review of `year`; nothing where they named nothing. Tasks also answer what the
    organisation had found itself.
    """
    rows = list(lines)
    named = [line for line in rows if not line.is_self_found]
    source = Words("整改台账：{year}年度述职评议的问题，到{last}", year=year, last=period.last)
    if named:
        counts = {
            CLOSED: sum(line.is_closed for line in named),
            OVERDUE: sum(line.is_overdue(period.last) for line in named),
            REOPENED: sum(any(again for _, _, again in line.tasks) for line in named),
        }
        for code, value in counts.items():
            yield Fact(period, organisation_id, code, value, source, out_of=len(named))
    tasks = [task for line in rows for task in line.tasks]
    if tasks:
        source = Words("整改台账：{year}年度述职评议的整改任务，到{last}", year=year, last=period.last)
        yield Fact(
            period, organisation_id, TASKS, sum(done for _, done, _ in tasks), source, out_of=len(tasks)
        )
