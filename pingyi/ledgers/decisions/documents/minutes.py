"""会议纪要: who was there, what was said, how each item was voted on and decided. Every number traces to a row."""

from dataclasses import dataclass
from datetime import date

from pingyi.documents.domain.dates import official_date
from pingyi.documents.domain.filenames import file_stem
from pingyi.documents.domain.tree import Block, Document, Heading, Paragraph, Signature


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


def minutes(facts: MinutesFacts) -> Document:
    """The minutes in the official body layout. Without both signatures they say that they are a draft."""
    blocks: list[Block] = [
        Paragraph(f"时间：{official_date(facts.held_on)}{facts.held_at}"),
        Paragraph(f"地点：{facts.place or '（没有记）'}"),
        Paragraph(f"主持：{facts.chair}　　记录：{facts.recorder}"),
        Paragraph(f"应到{facts.due}人，实到{len(facts.present)}人：{'、'.join(facts.present)}。"),
    ]
    if facts.absent:
        blocks.append(Paragraph("缺席：" + "、".join(_absent(*one) for one in facts.absent) + "。"))
    if facts.observers:
        blocks.append(Paragraph(f"列席：{'、'.join(facts.observers)}（不参加表决）。"))
    for item in facts.items:
        blocks += _item(item)
    blocks.append(Paragraph(_signed(facts)))
    name = f"{facts.organisation}{facts.body}纪要"
    return Document(
        file_stem=file_stem(name, f"{facts.year}年第{facts.number}号"),
        title=f"{facts.organisation}\n{facts.body}纪要",
        blocks=(Paragraph(f"{facts.year}年第{facts.number}号", is_indented=False), *blocks),
        signature=Signature(facts.organisation, official_date(facts.held_on)),
    )


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


def _signed(facts: MinutesFacts) -> str:
    if not facts.signed:
        return "签名：还没有签，本稿是草稿。"
    names = "、".join(f"{name}（{official_date(day)}）" for name, day in facts.signed)
    return f"签名：{names}。" if len(facts.signed) > 1 else f"签名：{names}。还差一人，本稿是草稿。"
