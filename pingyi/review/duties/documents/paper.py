"""One list in the official body layout, on wide sheets: duties by strand, then the plan with its stages."""

from datetime import date

from pingyi.core.clock import today
from pingyi.documents.domain.dates import official_date
from pingyi.documents.domain.filenames import file_stem
from pingyi.documents.domain.title import break_title
from pingyi.documents.domain.tree import (
    Align,
    Block,
    Column,
    Document,
    Heading,
    Layout,
    Paragraph,
    Signature,
    Table,
    text_row,
)
from pingyi.review.duties.documents.cells import responsible_of, state_of
from pingyi.review.duties.documents.titles import name_of, title_of
from pingyi.review.duties.domain.entries import Strand
from pingyi.review.duties.phrases import STAGES, STRANDS
from pingyi.review.duties.queries.readings import Entry, ListReading

_TITLE_WIDTH = 28
_DUTIES = (
    Column("序号", 6, Align.CENTRE),
    Column("方面", 10, Align.CENTRE),
    Column("责任事项", 42),
    Column("责任人", 10, Align.CENTRE),
    Column("期限", 12, Align.CENTRE),
    Column("情况", 24),
)
_PROJECTS = (
    Column("序号", 6, Align.CENTRE),
    Column("项目", 36),
    Column("责任人", 10, Align.CENTRE),
    Column("期限", 12, Align.CENTRE),
    *(Column(str(word), 7, Align.CENTRE) for word in STAGES.values()),
    Column("情况", 16),
)


def list_paper(reading: ListReading, day: date) -> Document:
    """Signed by the organisation, dated with the day it was issued; a draft with the day it was printed."""
    duty_list = reading.duty_list
    signed_on = today(duty_list.issued_at) if duty_list.issued_at else day
    return Document(
        file_stem=file_stem("责任清单", name_of(duty_list)),
        title=break_title(title_of(duty_list), _TITLE_WIDTH),
        layout=Layout.WIDE,
        blocks=(_facts(reading, day), *_duties(reading), *_plan(reading)),
        signature=Signature(duty_list.organisation.name, official_date(signed_on)),
    )


def _facts(reading: ListReading, day: date) -> Paragraph:
    counts = reading.tally
    person = reading.duty_list.person
    first = f"第一责任人：{person.name}　　" if person else ""
    return Paragraph(
        f"{first}责任事项和年度项目：{counts.total}条　　办结：{counts.done} / {counts.total}"
        f"（截至{official_date(day)}）",
        is_indented=False,
    )


def _duties(reading: ListReading) -> tuple[Block, ...]:
    rows = [(strand, entry) for strand, entries in reading.duties for entry in entries]
    if not rows:
        return (Heading("责任事项"), Paragraph("没有列责任事项。"))
    cells = tuple(
        text_row(
            str(place),
            str(STRANDS[strand]),
            entry.item.text,
            responsible_of(entry),
            _due(entry),
            state_of(entry),
        )
        for place, (strand, entry) in enumerate(rows, start=1)
    )
    return (Heading("责任事项"), Table(_DUTIES, cells))


def _plan(reading: ListReading) -> tuple[Block, ...]:
    blocks: list[Block] = [Heading("年度计划")]
    for strand, entries in reading.plan:
        blocks += _section(strand, entries)
    return tuple(blocks)


def _section(strand: Strand, entries: tuple[Entry, ...]) -> list[Block]:
    heading = Heading(str(STRANDS[strand]), 2)
    if not entries:
        return [heading, Paragraph("没有列项目。")]
    cells = tuple(
        text_row(
            str(place),
            entry.item.text,
            responsible_of(entry),
            _due(entry),
            *("完成" if entry.stage >= stage else "—" for stage in STAGES),
            state_of(entry),
        )
        for place, entry in enumerate(entries, start=1)
    )
    return [heading, Table(_PROJECTS, cells)]


def _due(entry: Entry) -> str:
    return official_date(entry.item.due_on).replace("年", "年\n") if entry.item.due_on else "还没有定"
