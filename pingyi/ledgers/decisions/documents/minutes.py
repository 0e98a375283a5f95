"""会议纪要: who was there, what was said, how each item was voted on and decided. Every number traces to a row."""

from dataclasses import dataclass
from datetime import date

from pingyi.documents.domain.dates import official_date
from pingyi.documents.domain.filenames import file_stem
from pingyi.documents.domain.official import HeadForm, Masthead
from pingyi.documents.domain.tree import Align, Block, Column, Document, Heading, Paragraph, Table, text_row

SIGNED_BY = 2


@dataclass(frozen=True)
class ItemFacts:
    """One item. `said` are names with what they said, in the order of speaking; `vote` is empty where none was held."""

    title: str
    purpose: str
    presenter: str
    said: tuple[tuple[str, str], ...]
    recused: tuple[str, ...]
    vote: str
    outcome: str
    decision: str


@dataclass(frozen=True)
class MinutesFacts:
    """One meeting. `absent` are names with their reasons, `signed` names with the days of their signatures."""

    organisation: str
    body: str
    year: int
    number: int
    held_on: date
    held_at: str
    place: str
    chair: str
    recorder: str
    due: int
    present: tuple[str, ...]
    absent: tuple[tuple[str, str], ...]
    observers: tuple[str, ...]
    items: tuple[ItemFacts, ...]
    signed: tuple[tuple[str, date], ...]
    correction: str = ""


def minutes(facts: MinutesFacts) -> Document:
    """The minutes as the standard has them: red mark with 纪要, no number line, who was there below the text. Without
    both signatures they say that they are a draft.
    """
    blocks: list[Block] = [
        Paragraph(f"时间：{official_date(facts.held_on)}{facts.held_at}"),
        Paragraph(f"地点：{facts.place or '（没有记）'}"),
        Paragraph(f"主持：{facts.chair}　　记录：{facts.recorder}"),
    ]
    for item in facts.items:
        blocks += _item(item)
    if facts.correction:
        blocks.append(Paragraph(f"补正：{facts.correction}"))
    blocks += [*_attendance(facts), *_signed(facts)]
    name = f"{facts.organisation}{facts.body}纪要"
    number = f"{facts.year}年第{facts.number}号"
    return Document(
        file_stem=file_stem(name, number),
        title=number,
        blocks=tuple(blocks),
        masthead=Masthead(name, form=HeadForm.MINUTES),
    )


def _attendance(facts: MinutesFacts) -> list[Block]:
    """出席、请假、列席, one paragraph each."""
    blocks: list[Block] = [
        Paragraph(f"出席：应到{facts.due}人，实到{len(facts.present)}人：{'、'.join(facts.present)}。")
    ]
    if facts.absent:
        blocks.append(Paragraph("缺席：" + "、".join(_absent(*one) for one in facts.absent) + "。"))
    if facts.observers:
        blocks.append(Paragraph(f"列席：{'、'.join(facts.observers)}（不参加表决）。"))
    return blocks


def _absent(name: str, reason: str) -> str:
    return f"{name}（{reason}）" if reason else name


def _item(item: ItemFacts) -> list[Block]:
    blocks: list[Block] = [
        Heading(f"{item.title}（{item.purpose}）"),
        Paragraph(f"{item.presenter}汇报。"),
    ]
    if item.recused:
        blocks.append(Paragraph(f"回避：{'、'.join(item.recused)}，离席，不参加讨论和表决。"))
    blocks += [Paragraph(f"{name}：{text}") for name, text in item.said]
    if item.vote:
        blocks.append(Paragraph(item.vote))
    blocks.append(Paragraph(f"结果：{item.outcome}。{item.decision}"))
    return blocks


def _signed(facts: MinutesFacts) -> list[Block]:
    """Two people, each with the day; what is not signed yet is left to be signed by hand."""
    missing = SIGNED_BY - len(facts.signed)
    rows = [text_row(name, official_date(day)) for name, day in facts.signed]
    rows += [text_row("", "") for _ in range(missing)]
    table = Table((Column("签名", 2), Column("日期", 1, Align.CENTRE)), tuple(rows))
    if missing <= 0:
        return [table]
    return [Paragraph(f"还差{missing}人签名，本稿是草稿。"), table]
