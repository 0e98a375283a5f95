"""通报: the decided grades for the range that the settings name. It has no place for counts, scores or ranks."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from pingyi.core.words import Words
from pingyi.documents.domain.blanks import Built, Filling
from pingyi.documents.domain.dates import official_date
from pingyi.documents.domain.filenames import file_stem
from pingyi.documents.domain.tree import Align, Block, Column, Document, Paragraph, Table, text_row
from pingyi.review.appraisal.documents.figures import GRADES
from pingyi.review.cycles.documents.wording import review_name, title_of

_COLUMNS = (
    Column("序号", 1, Align.CENTRE),
    Column("党组织", 6),
    Column("述职人", 2, Align.CENTRE),
    Column("等次", 1, Align.CENTRE),
)


@dataclass(frozen=True)
class CircularLine:
    """One secretary; `grade` is the word of the decided grade, "" while none is decided. `is_named`: the settings put
    her name with her grade into the circular."""

    organisation: str
    name: str
    grade: str = ""
    is_named: bool = True


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

    @property
    def named(self) -> tuple[CircularLine, ...]:
        return tuple(line for line in self.lines if line.is_named)

    @property
    def totals(self) -> tuple[tuple[str, int], ...]:
        """How many have each grade, in the order of the form."""
        found = Counter(line.grade for line in self.lines)
        return tuple((word, found[word]) for _, word in GRADES if found[word])


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
        for number, line in enumerate(facts.named, start=1)
    )
    held = "；".join(f"{official_date(day)}召开{meeting}" for meeting, day in facts.meetings)
    held = filling.or_blank(held, Words("会议还没有安排"), "plan")
    decided = "；".join(f"{official_date(day)}{meeting}" for meeting, day in facts.decided)
    decided = filling.or_blank(decided, Words("等次由哪次会议决定"), "letters")
    blocks: list[Block] = [
        Paragraph(f"{facts.convenor}{held}，{len(facts.lines)}名书记参加{name}。"),
        Paragraph(f"经{decided}研究决定，现将等次通报如下。"),
        *_numbers(facts, filling),
        *((Table(_COLUMNS, rows, "等次"),) if rows else ()),
        Paragraph("各单位要对照反馈意见认领问题，按整改任务清单落实整改。"),
    ]
    document = Document(
        file_stem=file_stem("结果通报", name),
        title=title_of(f"关于{name}结果的通报"),
        addressee=filling.or_blank(facts.publish_range, Words("结果通报的范围"), "settings"),
        blocks=tuple(blocks),
    )
    return Built(document, filling.gaps)


def _numbers(facts: Circular, filling: Filling) -> list[Block]:
    """Where not everybody is named: how many have each grade, out of all."""
    if len(facts.named) == len(facts.lines):
        return []
    count = len(facts.lines)
    parts = [f"“{word}”{number}名" for word, number in facts.totals]
    undecided = sum(not line.grade for line in facts.lines)
    if undecided:
        parts.append(filling.or_blank("", Words("{undecided}名书记的等次", undecided=undecided), "letters"))
    said = [Paragraph(f"{count}名书记中，{'、'.join(parts)}。")]
    if facts.named:
        said.append(Paragraph(f"等次为“{GRADES[0][1]}”的{len(facts.named)}名，名单如下。"))
    return [*said]
