"""The three lists of rectification (问题清单、责任清单、任务清单): one row of facts, and what each list shows of it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pingyi.core.words import Words, listed
from pingyi.organisations.domain.reckoning import Late


class ListKind(StrEnum):
    PROBLEMS = "problems"
    RESPONSIBILITY = "responsibility"
    TASKS = "tasks"


@dataclass(frozen=True)
class Line:
    """One problem with one of its tasks (or none yet), in words and days. Ids are for the page's links."""

    number: str
    organisation: str
    problem: str
    source: str
    state: str
    problem_id: int = 0
    task_id: int | None = None
    tags: tuple[str, ...] = ()
    cause: str = ""
    sequence: int = 0
    measures: tuple[str, ...] = ()
    responsible: str = ""
    department: str = ""
    starts_on: date | None = None
    due_on: date | None = None
    plan: str = ""
    progress: str = ""
    late: Late | None = None
    evidence: tuple[str, ...] = ()
    checked_by: str = ""
    closed_on: date | None = None
    relapse_check_on: date | None = None
    times_reopened: int = 0


Value = str | date | None


@dataclass(frozen=True)
class ListColumn:
    """One column: its heading, its width in characters, what it reads off a line."""

    title: str
    width: int
    value: Callable[[Line], Value]
    is_short: bool = False


def _several(words: tuple[str, ...]) -> str:
    """Several are numbered, a single one is not."""
    if len(words) < 2:
        return "".join(words)
    return "\n".join(f"{place}. {one}" for place, one in enumerate(words, start=1))


def _reopened(line: Line) -> str:
    again = Words("重新打开过{times}次", times=line.times_reopened) if line.times_reopened else ""
    return listed([one for one in (line.progress, again) if one], "；")


_NUMBER = ListColumn(Words("编号"), 10, lambda line: line.number, is_short=True)
_BODY = ListColumn(Words("单位"), 16, lambda line: line.organisation)
_PROBLEM = ListColumn(Words("问题"), 28, lambda line: line.problem)
_DUE = ListColumn(Words("期限"), 12, lambda line: line.due_on, is_short=True)
_LEADER = ListColumn(Words("责任领导"), 9, lambda line: line.responsible, is_short=True)

COLUMNS: dict[ListKind, tuple[ListColumn, ...]] = {
    ListKind.PROBLEMS: (
        _NUMBER,
        _BODY,
        _PROBLEM,
        ListColumn(Words("来源"), 12, lambda line: listed([line.source, *line.tags]), is_short=True),
        ListColumn(Words("原因"), 28, lambda line: line.cause),
        ListColumn(Words("现在"), 12, lambda line: line.state, is_short=True),
    ),
    ListKind.RESPONSIBILITY: (
        _NUMBER,
        _BODY,
        _PROBLEM,
        _LEADER,
        ListColumn(Words("责任部门"), 14, lambda line: line.department),
        ListColumn(Words("开始"), 12, lambda line: line.starts_on, is_short=True),
        _DUE,
        ListColumn(Words("计划"), 12, lambda line: line.plan, is_short=True),
    ),
    ListKind.TASKS: (
        _NUMBER,
        _BODY,
        ListColumn(Words("措施"), 26, lambda line: _several(line.measures)),
        _LEADER,
        _DUE,
        ListColumn(Words("进展"), 16, _reopened),
        ListColumn(Words("佐证"), 16, lambda line: _several(line.evidence)),
        ListColumn(Words("复核人"), 9, lambda line: line.checked_by, is_short=True),
        ListColumn(Words("销号"), 12, lambda line: line.closed_on, is_short=True),
        ListColumn(Words("回头看"), 12, lambda line: line.relapse_check_on, is_short=True),
    ),
}
TITLES: dict[ListKind, str] = {
    ListKind.PROBLEMS: Words("问题清单"),
    ListKind.RESPONSIBILITY: Words("责任清单"),
    ListKind.TASKS: Words("任务清单"),
}


def lines_of(kind: ListKind, lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The rows of one list: a problem once, or each of its tasks; what has no task yet is on the first list only."""
    if kind is not ListKind.PROBLEMS:
        return tuple(line for line in lines if line.task_id is not None)
    first = {line.problem_id: line for line in reversed(lines)}
    return tuple(first[key] for key in dict.fromkeys(line.problem_id for line in lines))


def cells_of(kind: ListKind, line: Line) -> tuple[Value, ...]:
    return tuple(column.value(line) for column in COLUMNS[kind])
