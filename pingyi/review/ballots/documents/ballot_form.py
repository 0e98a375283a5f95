"""测评表: the printed form of one voter class. It carries nothing that could lead back to a voter."""

from dataclasses import dataclass
from datetime import date

from pingyi.documents.domain.dates import official_date
from pingyi.documents.domain.filenames import file_stem
from pingyi.documents.domain.forms import Fact, Form, FormPage, Grid, GridColumn, Notes
from pingyi.documents.domain.signature import width_of
from pingyi.documents.domain.title import break_title
from pingyi.documents.domain.tree import Align

UNKNOWN = "不了解"
_TITLE_WIDTH = 27
_FEW_ROWS = 20  # so many fit on one sheet in larger type
_GRID_MM, _ROOMY_GRID_MM = 204, 196  # what a sheet leaves for the rows
_NAME, _ROOMY_NAME = 17, 15  # characters of an organisation's name on one line
_PERSON = 4  # of a person's
_LOWEST_MM, _SEVERAL_SHEETS_MM, _HIGHEST_MM = 5.7, 7.0, 10.0


@dataclass(frozen=True)
class Question:
    """The words of what is asked, and the answers: their order never changes. `paper` is what the form is called."""

    grades: tuple[str, ...]
    group: str
    choose: str
    own: str
    faulty: str = "一行选了两项以上或者没有选的，这一行不计入有效票。"
    paper: str = "测评表"
    facts: tuple[str, str] = ("组织测评", "测评人类别")
    row: str = "单位"


REVIEW = Question(
    ("好", "较好", "一般", "差"),
    "评议等次（每行只选一项）",
    "每位书记一行，每行只选一项，在格内打“√”。",
    "您本人在被测评之列的，本人那一行不填。",
)
POLL = Question(
    ("满意", "较满意", "一般", "不满意"),
    "整改情况（每行只选一项）",
    "每个单位一行，评它的问题整改得怎么样，每行只选一项，在格内打“√”。",
    "您是表上哪个单位的书记，那一行不填。",
)


VOTE = Question(
    ("同意", "不同意", "弃权"),
    "表决（只选一项）",
    "同意、不同意、弃权只选一项，在格内打“√”。",
    "",
    faulty="没有选或者选了两项以上的，整张票无效，不算同意、不同意，也不算弃权。",
    paper="表决票",
    facts=("组织表决", "表决人"),
    row="议题",
)


@dataclass(frozen=True)
class BallotRow:
    """One row of the form; `mode` is the word for how the report was given (现场, 书面), nothing in a poll. In a vote
    `organisation` is the matter and nobody stands beside it."""

    organisation: str
    secretary: str
    mode: str


@dataclass(frozen=True)
class BallotForm:
    """What one class is asked.

    `review` is the name of the review (2026年度党组织书记抓党建工作述职评议); `has_reporters` says that the class
    contains secretaries who are voted on themselves; `extra_notes` are the cycle's own rules on invalid forms.
    """

    convenor: str
    review: str
    meeting_on: date | None
    class_name: str
    rows: tuple[BallotRow, ...]
    question: Question = REVIEW
    with_unknown: bool = False
    has_reporters: bool = False
    extra_notes: tuple[str, ...] = ()


def ballot_form(form: BallotForm) -> Form:
    """The form on A4; more rows than fit go on to a second page under the same head."""
    question = form.question
    title = question.paper if question is VOTE else f"{form.review.removesuffix('测评')}{question.paper}"
    by, whose = question.facts
    facts = [Fact(by, form.convenor), Fact(whose, form.class_name)]
    if form.meeting_on is not None:
        facts.insert(1, Fact("日期", official_date(form.meeting_on)))
    page = FormPage(
        title=break_title(title, _TITLE_WIDTH),
        corner="编号（开箱混合后由计票人填写）",
        facts=tuple(facts),
        blocks=(Notes(_instructions(form), lead="填写说明："), _grid(form)),
        is_roomy=len(form.rows) <= _FEW_ROWS,
    )
    return Form(file_stem=file_stem(question.paper, form.class_name), title=title, pages=(page,))


def _instructions(form: BallotForm) -> tuple[str, ...]:
    choose = form.question.choose
    if form.with_unknown:
        choose += f"不了解情况的，在“{UNKNOWN}”格内打“√”。"
    lines = [choose, "本表不署名，不要写姓名，也不要作其他记号；填好后亲自投入本类别的票箱。"]
    if form.has_reporters:
        lines.append(form.question.own)
    lines.append(form.question.faulty)
    return (*lines, *form.extra_notes)


def _grid(form: BallotForm) -> Grid:
    is_roomy = len(form.rows) <= _FEW_ROWS
    grade_mm = 14 if form.with_unknown else 17
    has_modes = any(row.mode for row in form.rows)
    has_people = any(row.secretary for row in form.rows)
    head = [
        GridColumn("序号", 12),
        GridColumn(form.question.row, align=Align.LEFT),
        *([GridColumn("书记", 22 if is_roomy else 19)] if has_people else []),
        *([GridColumn("述职\n方式", 13 if is_roomy else 11)] if has_modes else []),
    ]
    answers = [GridColumn(grade, grade_mm, group=form.question.group) for grade in form.question.grades]
    if form.with_unknown:
        answers.append(GridColumn(UNKNOWN, grade_mm))
    columns = [*head, *answers]
    rows = tuple(
        (
            str(number),
            row.organisation,
            *([row.secretary] if has_people else []),
            *([row.mode] if has_modes else []),
            *("" for _ in answers),
        )
        for number, row in enumerate(form.rows, start=1)
    )
    return Grid(tuple(columns), rows, row_mm=_row_height(form.rows), rule_every=5)


def _row_height(rows: tuple[BallotRow, ...]) -> float:
    """As much room for a mark as one sheet gives; where that is too little, room enough on several sheets."""
    is_roomy = len(rows) <= _FEW_ROWS
    name = _ROOMY_NAME if is_roomy else _NAME
    second_lines = sum(width_of(row.organisation) > name or width_of(row.secretary) > _PERSON for row in rows)
    height = ((_ROOMY_GRID_MM if is_roomy else _GRID_MM) - second_lines * 4) / max(len(rows), 1)
    return min(_HIGHEST_MM, height) if height >= _LOWEST_MM else _SEVERAL_SHEETS_MM
