"""The part of a supervision circular that cites a satisfaction poll: shares of all classes together, never of one."""

from dataclasses import dataclass
from datetime import date

from pingyi.documents.domain.dates import official_date
from pingyi.documents.domain.tree import Align, Block, Column, Heading, Paragraph, Table, text_row
from pingyi.review.appraisal.domain.satisfaction import percent_text

_COLUMNS = (
    Column("序号", 2, Align.CENTRE),
    Column("党组织", 8),
    Column("满意/有效票", 4, Align.CENTRE),
    Column("满意率", 3, Align.CENTRE),
)


@dataclass(frozen=True)
class PolledFacts:
    """How many of the valid ballots were satisfied with one organisation's rectification."""

    organisation: str
    satisfied: int
    valid: int


@dataclass(frozen=True)
class PollFacts:
    """A satisfaction poll that may be told; `counted` says which answers count as satisfied, in words."""

    held_on: date
    counted: str
    units: tuple[PolledFacts, ...]


def poll_part(poll: PollFacts) -> tuple[Block, ...]:
    said = (
        f"{official_date(poll.held_on)}对{len(poll.units)}个单位的问题整改进行了满意度测评，不署名。"
        f"满意率是{poll.counted}的票占有效票的份额，四舍五入到百分之零点一。"
    )
    rows = tuple(
        text_row(
            str(place),
            one.organisation,
            f"{one.satisfied}/{one.valid}",
            percent_text(one.satisfied, one.valid),
        )
        for place, one in enumerate(poll.units, 1)
    )
    return Heading("满意度测评"), Paragraph(said), Table(_COLUMNS, rows, "满意度测评结果")
