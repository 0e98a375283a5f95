"""述职评议考核情况报告 to the superior body: what the records of one review hold, every count with what it is out of.

What no record holds stays a visible blank. It has no place for ballots per grade, scores or ranks.
"""

from dataclasses import dataclass
from datetime import date

from pingyi.core.words import Words
from pingyi.documents.domain.blanks import Built, Filling
from pingyi.documents.domain.dates import official_date
from pingyi.documents.domain.filenames import file_stem
from pingyi.documents.domain.tree import (
    Align,
    Attachment,
    Block,
    Column,
    Document,
    Heading,
    Paragraph,
    Table,
    text_row,
)
from pingyi.review.appraisal.documents.figures import GRADES
from pingyi.review.cycles.documents.wording import review_name, title_of

TABLE = "述职评议考核情况一览表"
_COLUMNS = (
    Column("序号", 2, Align.CENTRE),
    Column("党组织", 7),
    Column("书记", 3, Align.CENTRE),
    Column("方式", 2, Align.CENTRE),
    Column("等次", 2, Align.CENTRE),
    Column("问题", 2, Align.CENTRE),
    Column("销号", 2, Align.CENTRE),
)


@dataclass(frozen=True)
class HeldMeeting:
    """A meeting and who came: `present` out of `listed`, 0 where nobody was signed in."""

    name: str
    day: date
    chair: str = ""
    commentator: str = ""
    present: int = 0
    listed: int = 0


@dataclass(frozen=True)
class SituationLine:
    """One secretary; `grade` is the word of the decided grade, "" while none is decided."""

    organisation: str
    name: str
    mode: str
    is_on_site: bool
    grade: str = ""
    problems: int = 0
    closed: int = 0


@dataclass(frozen=True)
class Said:
    """Letters and what came back: given out, opened, statements, those with remarks, remarks that are answered."""

    issued: int = 0
    opened: int = 0
    statements: int = 0
    remarks: int = 0
    answered: int = 0


@dataclass(frozen=True)
class Mended:
    """The problems of the year and their tasks, as they stand."""

    problems: int = 0
    claimed: int = 0
    closed: int = 0
    tasks: int = 0
    closed_tasks: int = 0


@dataclass(frozen=True)
class Situation:
    """Everything that the report says. `decided` names each deciding meeting with its day."""

    review: str
    convenor: str
    meetings: tuple[HeldMeeting, ...]
    lines: tuple[SituationLine, ...]
    decided: tuple[tuple[str, date], ...]
    accepted_reports: int = 0
    commented: int = 0
    said: Said = Said()
    mended: Mended = Mended()
    rectification_months: int | None = None


def situation_report(facts: Situation) -> Built:
    """The report in the layout of official documents, for signature."""
    filling = Filling()
    name = review_name(facts.review)
    basis = filling.or_blank("", Words("上级的通知或要求"))
    blocks: list[Block] = [
        Paragraph(f"按照{basis}，{facts.convenor}开展了{name}。现将有关情况报告如下。"),
        Heading("基本情况"),
        *_basics(facts, filling),
        Heading("点评和问题"),
        *_comments(facts),
        Heading("等次和反馈"),
        *_grades(facts, filling),
        Heading("整改进展"),
        *_mending(facts, filling),
        Heading("存在的不足和下一步打算"),
        Paragraph(filling.or_blank("", Words("存在的不足和下一步打算，由你们写"))),
        Paragraph("特此报告。"),
    ]
    enclosed = (Attachment(TABLE, (_table(facts, filling),)),) if facts.lines else ()
    document = Document(
        file_stem=file_stem("情况报告", name),
        title=title_of(f"关于{name}考核情况的报告"),
        addressee=filling.or_blank("", Words("报给哪个上级党组织")),
        blocks=tuple(blocks),
        enclosed=enclosed,
    )
    return Built(document, filling.gaps)


def _basics(facts: Situation, filling: Filling) -> list[Block]:
    count, on_site = len(facts.lines), sum(line.is_on_site for line in facts.lines)
    if not count:
        return [Paragraph(filling.or_blank("", Words("述职人员还没有列"), "reporters"))]
    said = (
        f"述职的党组织书记{count}名，其中现场述职{on_site}名、书面述职{count - on_site}名。"
        f"审过的述职报告{facts.accepted_reports}份，应交{count}份。"
    )
    return [Paragraph(said), *(Paragraph(_held(meeting, filling)) for meeting in facts.meetings)]


def _held(meeting: HeldMeeting, filling: Filling) -> str:
    chair = filling.or_blank(meeting.chair, Words("{meeting}由谁主持", meeting=meeting.name), "plan")
    speaker = filling.or_blank(meeting.commentator, Words("{meeting}由谁点评", meeting=meeting.name), "plan")
    came = (
        f"到会{meeting.present}人，应到{meeting.listed}人"
        if meeting.present
        else "到会"
        + filling.or_blank("", Words("{meeting}到会的人数", meeting=meeting.name))
        + f"人，应到{meeting.listed}人"
    )
    return f"{official_date(meeting.day)}召开{meeting.name}，{chair}主持，{speaker}点评，{came}。"


def _comments(facts: Situation) -> list[Block]:
    on_site = sum(line.is_on_site for line in facts.lines)
    named = sum(line.problems > 0 for line in facts.lines)
    return [
        Paragraph(
            f"会上逐一点评{facts.commented}名，现场述职{on_site}名。"
            f"列入问题清单{facts.mended.problems}个，涉及{named}个党组织，述职的党组织共{len(facts.lines)}个。"
        )
    ]


def _grades(facts: Situation, filling: Filling) -> list[Block]:
    decided = "；".join(f"{official_date(day)}{meeting}" for meeting, day in facts.decided)
    decided = filling.or_blank(decided, Words("等次由哪次会议决定"), "letters")
    counts = [(word, sum(line.grade == word for line in facts.lines)) for _, word in GRADES]
    known, count = sum(number for _, number in counts), len(facts.lines)
    words = "、".join(f"“{word}”{number}名" for word, number in counts)
    said = facts.said
    agreed = said.statements - said.remarks
    return [
        Paragraph(f"经{decided}研究，评定{known}名，述职{count}名：{words}。"),
        Paragraph(
            f"发出反馈意见{said.issued}封，应发{count}封；本人看过{said.opened}封。"
            f"收到本人意见{said.statements}份，其中同意{agreed}份、有不同意见{said.remarks}份，"
            f"不同意见已答复{said.answered}份。"
        ),
    ]


def _mending(facts: Situation, filling: Filling) -> list[Block]:
    mended = facts.mended
    months = str(facts.rectification_months) if facts.rectification_months else ""
    period = filling.or_blank(months, Words("整改期限"), "settings")
    return [
        Paragraph(
            f"目前，问题{mended.problems}个，已认领{mended.claimed}个，"
            f"已销号{mended.closed}个；整改任务{mended.tasks}项，已办结{mended.closed_tasks}项。"
            f"整改期限{period}个月。"
        )
    ]


def _table(facts: Situation, filling: Filling) -> Table:
    rows = tuple(
        text_row(
            str(number),
            line.organisation,
            line.name,
            line.mode,
            filling.or_blank(
                line.grade, Words("{organisation}的等次", organisation=line.organisation), "letters"
            ),
            str(line.problems),
            str(line.closed),
        )
        for number, line in enumerate(facts.lines, start=1)
    )
    return Table(_COLUMNS, rows, TABLE)
