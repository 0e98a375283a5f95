"""督查通报: where rectification stands in the chosen organisations, every count with what it is out of.

It says what is, not whose fault it is: no text of a problem, no name of a person. What is asked of the organisations is
written by the clerk, never by the system.
"""

from dataclasses import dataclass
from datetime import date

from pingyi.documents.domain.dates import official_date
from pingyi.documents.domain.filenames import file_stem
from pingyi.documents.domain.tree import (
    Align,
    Block,
    Column,
    Document,
    Heading,
    Paragraph,
    Row,
    Table,
    text_row,
)
from pingyi.review.cycles.documents.wording import review_name, title_of
from pingyi.review.supervision.documents.poll_part import PollFacts, poll_part

_COLUMNS = (
    Column("序号", 2, Align.CENTRE),
    Column("党组织", 8),
    *(
        Column(title, 2, Align.CENTRE)
        for title in ("问题", "问题逾期", "任务", "销号", "待复核", "在办", "任务逾期")
    ),
)
# How many overdue ones are listed one by one; the table counts all of them.
MOST_NAMED = 40


@dataclass(frozen=True)
class UnitFacts:
    """One organisation in figures. `late` are some of the open tasks, `unanswered` the problems that nobody has claimed
    or listed tasks for in time."""

    organisation: str
    problems: int
    claimed: int
    tasks: int
    closed: int
    submitted: int
    late: int
    unanswered: int = 0

    @property
    def open(self) -> int:
        return self.tasks - self.closed - self.submitted


@dataclass(frozen=True)
class LateFacts:
    """One overdue task or problem. `lacks`: what is missing (没有报完成、没有认领、没有列出任务). `late` in words;
    `due_on` None where the working calendar does not reach so far. `reached` is the highest rung that was told."""

    organisation: str
    number: str
    lacks: str
    due_on: date | None
    late: str
    reached: str


@dataclass(frozen=True)
class CircularFacts:
    """`carried` are problems that earlier years left open, among the others. `poll`: if the circular cites one."""

    review: str
    convenor: str
    as_of: date
    units: tuple[UnitFacts, ...]
    late: tuple[LateFacts, ...]
    carried: int
    looked_at: int
    came_back: int
    poll: PollFacts | None = None

    def total(self, name: str) -> int:
        return sum(getattr(unit, name) for unit in self.units)


def supervision_circular(facts: CircularFacts, *, addressee: str, asked: tuple[str, ...]) -> Document:
    """The circular in the official layout, as yet without head and number."""
    name = review_name(facts.review)
    blocks: list[Block] = [
        Paragraph(
            f"按照{name}的安排，对{len(facts.units)}个单位问题整改情况进行了督查。"
            f"现将截至{official_date(facts.as_of)}的情况通报如下。"
        ),
        Heading("总体情况"),
        Paragraph(_problems(facts)),
        Paragraph(_tasks(facts)),
        *([Paragraph(_looks(facts))] if facts.looked_at else []),
        Heading("各单位情况"),
        Table(_COLUMNS, tuple(_row(place, unit) for place, unit in enumerate(facts.units, 1)), "整改进展"),
    ]
    if facts.late:
        blocks += [
            Heading("需要抓紧的任务和问题"),
            *(Paragraph(_late(one)) for one in facts.late[:MOST_NAMED]),
        ]
        if len(facts.late) > MOST_NAMED:
            blocks.append(Paragraph(f"以上列出{MOST_NAMED}项，共{len(facts.late)}项，其余见上表。"))
    if facts.poll is not None:
        blocks += poll_part(facts.poll)
    if asked:
        blocks += [Heading("工作要求"), *(Paragraph(one) for one in asked)]
    return Document(
        file_stem=file_stem("督查通报", f"{name}{facts.as_of.isoformat()}"),
        title=title_of(f"关于{name}问题整改督查情况的通报"),
        addressee=addressee,
        blocks=tuple(blocks),
    )


def _problems(facts: CircularFacts) -> str:
    total, claimed = facts.total("problems"), facts.total("claimed")
    if not total:
        return "这些单位没有列入清单的问题。"
    carried = f"其中往年没有办完的{facts.carried}个，" if facts.carried else ""
    unanswered = facts.total("unanswered")
    late = f"过了期限还没有认领或列任务的{unanswered}个（{unanswered}/{total}）。" if unanswered else ""
    return f"列入清单的问题{total}个，{carried}已经认领{claimed}个（{claimed}/{total}）。{late}"


def _tasks(facts: CircularFacts) -> str:
    tasks, closed, submitted = facts.total("tasks"), facts.total("closed"), facts.total("submitted")
    if not tasks:
        return "还没有列出整改任务。"
    still, late = facts.total("open"), facts.total("late")
    overdue = f"，在办的里面过了期限的{late}项（{late}/{still}）" if late else "，没有过期限的"
    return (
        f"列出整改任务{tasks}项，销号{closed}项（{closed}/{tasks}），等待复核{submitted}项（{submitted}/{tasks}），"
        f"在办{still}项（{still}/{tasks}）{overdue}。"
    )


def _looks(facts: CircularFacts) -> str:
    looked, back = facts.looked_at, facts.came_back
    return f"销号以后回头看{looked}次，问题又出现的{back}次（{back}/{looked}）。"


def _row(place: int, unit: UnitFacts) -> Row:
    figures = (
        unit.problems,
        unit.unanswered,
        unit.tasks,
        unit.closed,
        unit.submitted,
        unit.open,
        unit.late,
    )
    return text_row(str(place), unit.organisation, *(str(figure) for figure in figures))


def _late(one: LateFacts) -> str:
    told = f"，已提醒到{one.reached}" if one.reached else ""
    due = f"，期限{official_date(one.due_on)}" if one.due_on else ""
    return f"{one.organisation}：问题{one.number}{one.lacks}{due}，{one.late}{told}。"
