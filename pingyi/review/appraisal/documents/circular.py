"""通报: the decided grades for the range that the settings name. It has no place for counts, scores or ranks."""

from dataclasses import dataclass
from datetime import date

from pingyi.core.words import Words
from pingyi.documents.domain.blanks import Built, Filling
from pingyi.documents.domain.dates import official_date
from pingyi.documents.domain.filenames import file_stem
from pingyi.documents.domain.tree import Align, Block, Column, Document, Paragraph, Table, text_row
from pingyi.review.cycles.documents.wording import review_name, title_of

_COLUMNS = (
    Column("序号", 1, Align.CENTRE),
    Column("党组织", 6),
    Column("述职人", 2, Align.CENTRE),
    Column("等次", 1, Align.CENTRE),
)


@dataclass(frozen=True)
class CircularLine:
    """One secretary; `grade` is the word of the decided grade, "" while none is decided."""

    organisation: str
    name: str
    grade: str = ""


@dataclass(frozen=True)
class Circular:
    """`publish_range` is who is told; `decided` names each deciding meeting with its day."""

    review: str
    convenor: str
    publish_range: str
    meetings: tuple[tuple[str, date], ...]
    lines: tuple[CircularLine, ...]
    decided: tuple[tuple[str, date], ...]
    list_due_days: int


def circular(facts: Circular) -> Built:
    """The grades in the order of the review."""
    filling = Filling()
    name = review_name(facts.review)
    rows = tuple(
        text_row(
            str(number),
            line.organisation,
            line.name,
            filling.or_blank(
                line.grade, Words("{organisation}的等次", organisation=line.organisation), "letters"
            ),
        )
        for number, line in enumerate(facts.lines, start=1)
    )
    held = "；".join(f"{official_date(day)}召开{meeting}" for meeting, day in facts.meetings)
    held = filling.or_blank(held, Words("会议还没有安排"), "plan")
    decided = "；".join(f"{official_date(day)}{meeting}" for meeting, day in facts.decided)
    decided = filling.or_blank(decided, Words("等次由哪次会议决定"), "letters")
    blocks: list[Block] = [
        Paragraph(f"{facts.convenor}{held}，{len(facts.lines)}名书记参加{name}。"),
        Paragraph(f"经{decided}研究决定，现将等次通报如下。"),
        Table(_COLUMNS, rows, "等次"),
        Paragraph("各单位要对照反馈意见认领问题，按整改任务清单落实整改。"),
    ]
    document = Document(
        file_stem=file_stem("结果通报", name),
        title=title_of(f"关于{name}结果的通报"),
        addressee=filling.or_blank(facts.publish_range, Words("结果通报的范围"), "settings"),
        blocks=tuple(blocks),
    )
    return Built(document, filling.gaps)
