"""任务清单: the claimed problems of one organisation and what it does about each."""

from dataclasses import dataclass
from datetime import date

from pingyi.documents.domain.dates import official_date
from pingyi.documents.domain.filenames import file_stem
from pingyi.documents.domain.title import break_title
from pingyi.documents.domain.tree import (
    Align,
    Block,
    Cell,
    Column,
    Document,
    Layout,
    Paragraph,
    Row,
    Signature,
    Table,
)

_TITLE_WIDTH = 28
_COLUMNS = (
    Column("序号", 6, Align.CENTRE),
    Column("问题", 22),
    Column("来源", 12, Align.CENTRE),
    Column("措施", 27),
    Column("责任人", 9, Align.CENTRE),
    Column("期限", 12, Align.CENTRE),
    Column("完成情况", 14),
    Column("佐证", 16),
)


@dataclass(frozen=True)
class ListedTask:
    """One task: its measures, who is responsible, until when, how far it is (in words), and what shows it."""

    measures: tuple[str, ...]
    responsible: str
    due_on: date | None
    progress: str
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True)
class ListedProblem:
    """One claimed problem; `source` and `tags` are words (点评；重点问题)."""

    text: str
    source: str
    tags: tuple[str, ...] = ()
    tasks: tuple[ListedTask, ...] = ()


@dataclass(frozen=True)
class TaskList:
    """The list of one organisation on one day. `review` is the name of the review without 会."""

    organisation: str
    secretary: str
    review: str
    problems: tuple[ListedProblem, ...]
    as_of: date


def task_list(tasks: TaskList) -> Document:
    """A wide page with one table, issued by the organisation."""
    title = f"{tasks.organisation}{tasks.review}问题整改任务清单"
    return Document(
        file_stem=file_stem("整改任务清单", tasks.organisation),
        title=break_title(title, _TITLE_WIDTH),
        layout=Layout.WIDE,
        blocks=_blocks(tasks),
        signature=Signature(tasks.organisation, official_date(tasks.as_of)),
    )


def _blocks(tasks: TaskList) -> tuple[Block, ...]:
    count = sum(len(problem.tasks) for problem in tasks.problems)
    facts = f"第一责任人：{tasks.secretary}　　问题：{len(tasks.problems)}个　　任务：{count}项"
    if not tasks.problems:
        return (Paragraph("本单位没有认领的问题，没有需要列入清单的任务。"),)
    rows = tuple(
        row for number, problem in enumerate(tasks.problems, start=1) for row in _rows(number, problem)
    )
    return (Paragraph(facts, is_indented=False), Table(_COLUMNS, rows))


def _rows(number: int, problem: ListedProblem) -> list[Row]:
    """A row for each task; number, problem and source stand once, beside all of them."""
    source = "\n".join([problem.source, *problem.tags])
    down = max(len(problem.tasks), 1)
    lead = (Cell(str(number), down), Cell(problem.text, down), Cell(source, down))
    if not problem.tasks:
        return [(*lead, Cell("还没有制定措施"), Cell(""), Cell(""), Cell(""), Cell(""))]
    return [
        (*(lead if place == 0 else (None, None, None)), *_task_cells(task))
        for place, task in enumerate(problem.tasks)
    ]


def _task_cells(task: ListedTask) -> tuple[Cell, ...]:
    return (
        Cell(_listed(task.measures) or "还没有制定措施"),
        Cell(task.responsible),
        Cell(official_date(task.due_on).replace("年", "年\n") if task.due_on else "还没有定"),
        Cell(task.progress),
        Cell(_listed(task.evidence) or "还没有"),
    )


def _listed(lines: tuple[str, ...]) -> str:
    """Several lines are numbered, a single one is not."""
    if len(lines) < 2:
        return "".join(lines)
    return "\n".join(f"{number}. {line}" for number, line in enumerate(lines, start=1))
