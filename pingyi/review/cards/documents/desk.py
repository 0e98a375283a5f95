"""点评卡 as a page A4: the same facts as on the screen, with places to write."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from pingyi.core.clock import PEOPLE_ZONE
from pingyi.documents.domain.desk_cards import (
    PER_LINE,
    DeskCard,
    DeskCardSheet,
    DeskLine,
    DeskQuestion,
    DeskRow,
    DotStrip,
    Mark,
)
from pingyi.documents.domain.filenames import file_stem
from pingyi.documents.domain.fitting import fitted
from pingyi.review.cards.domain.card import Card
from pingyi.review.cards.domain.days import day_words
from pingyi.review.cards.domain.past_problem import PastProblem
from pingyi.review.cards.domain.strip import strip_of
from pingyi.review.cards.domain.table import NO_RECORD, Row
from pingyi.review.cards.phrases import BOXES

MOST_PROBLEMS = 4
_TITLE, _ABOUT, _ROW_TITLE, _PROBLEM, _QUESTION, _TOLD = 30, 2, 16, 2, 2, 2
# The mark of a problem takes room from its line.
_BESIDE_MARK = PER_LINE - 7
_NO_TABLE = "没有可比的台账。"
_NO_PROBLEMS = "没有。"


@dataclass(frozen=True)
class Stamp:
    """Which print of the card this is."""

    number: int
    printed_at: datetime

    @property
    def words(self) -> str:
        return f"第{self.number}版{moment_words(self.printed_at)}"


def moment_words(moment: datetime) -> str:
    """1月15日 10:40."""
    there = moment.astimezone(PEOPLE_ZONE)
    return f"{there.month}月{there.day}日 {there:%H:%M}"


def desk_sheet(name: str, cards: Iterable[tuple[Card, Stamp]], now: datetime) -> DeskCardSheet:
    """`name` is that of the review or the meeting; one card is named by its unit."""
    pages = [(card, _page(card, stamp, now)) for card, stamp in cards]
    stem = file_stem("点评卡", pages[0][0].head.organisation if len(pages) == 1 else name)
    return DeskCardSheet(stem, f"{name}点评卡", tuple(page for _, page in pages))


def _page(card: Card, stamp: Stamp, now: datetime) -> DeskCard:
    problems = card.case.problems
    shown, left_out = problems[:MOST_PROBLEMS], len(problems) - MOST_PROBLEMS
    return DeskCard(
        kind="述职点评卡",
        stamp=f"{card.head.year}年度　{card.head.way}　内部使用　{stamp.words}",
        title=fitted(f"{card.head.name}　{card.head.person}", 2, _TITLE),
        about=fitted(card.head.about, _ABOUT, PER_LINE),
        table_heading="一、平时台账",
        columns=("项目", "今年", "去年", "同类中位", card.peer_words),
        rows=tuple(_row(row) for row in card.rows),
        table_note=f"{card.key}{card.few_peers}" if card.rows else _NO_TABLE,
        list_heading=f"二、{card.problem_heading}",
        lines=tuple(_line(one) for one in shown),
        list_note="" if problems and left_out <= 0 else _left_out(left_out),
        told_heading="三、述职报告",
        told=tuple(_told(card)),
        question_heading="四、值得问的",
        questions=tuple(
            DeskQuestion(fitted(one.text, _QUESTION, PER_LINE - 4), one.basis) for one in card.questions
        ),
        question_note=card.question_gap,
        box_heading="五、点评记录",
        boxes=tuple(BOXES),
        foot=f"数字取自台账，{_span(card)}，{moment_words(now)}的数据。卡上不写评语，评语由点评人作。",
        number=f"卡号{card.number}",
    )


def _span(card: Card) -> str:
    return f"{day_words(card.case.span.first)}到{day_words(card.case.span.last)}"


def _left_out(left_out: int) -> str:
    return f"另有{left_out}个，见问题清单。" if left_out > 0 else _NO_PROBLEMS


def _row(row: Row) -> DeskRow:
    strip = strip_of(row)
    now, before = row.now, row.before
    return DeskRow(
        title=fitted(row.title, 1, _ROW_TITLE),
        now=now.text if now else NO_RECORD,
        now_note=row.now_note,
        before=before.text if before else NO_RECORD,
        before_note=row.before_note,
        middle=row.median_words,
        strip=DotStrip(strip.ticks, strip.median, strip.before, strip.now) if strip else None,
    )


def _line(one: PastProblem) -> DeskLine:
    lead = fitted(" ".join(one.text.split()).rstrip("。"), 1, _BESIDE_MARK - 10)
    return DeskLine(
        mark=Mark.DONE if one.is_closed else Mark.OPEN,
        word="已销号" if one.is_closed else "未销号",
        lead=lead,
        text=fitted(one.standing_words, _PROBLEM, _BESIDE_MARK),
        source=one.name,
    )


def _told(card: Card) -> Iterator[tuple[str, bool]]:
    yield card.report_words, False
    if card.own_words:
        yield fitted(card.own_words, _TOLD, PER_LINE), False
    if card.duty_words:
        yield card.duty_words, False
    if card.claim_words:
        yield fitted(card.claim_words, _TOLD, PER_LINE), True
    if card.contradiction_words:
        yield fitted(card.contradiction_words, _TOLD, PER_LINE), False
    if card.examined_words:
        yield fitted(card.examined_words, _TOLD, PER_LINE), False
