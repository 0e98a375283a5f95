"""A whole card: what is printed, what is shown, and what tells it from a later one."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import reduce
from operator import add

from pingyi.core.words import Words, listed
from pingyi.review.cards.domain.case import Case, ClaimCount, ExaminedClaim
from pingyi.review.cards.domain.figures import percent
from pingyi.review.cards.domain.head import Head
from pingyi.review.cards.domain.peers import PeerGroup
from pingyi.review.cards.domain.questions.claims import inner_quotes, shortened
from pingyi.review.cards.domain.questions.question import MOST, Question
from pingyi.review.cards.domain.strip import strip_of
from pingyi.review.cards.domain.table import NO_RECORD, Row, key_sentence
from pingyi.review.cycles.domain.decimals import share_text

SHORT, MOST_EXAMINED = 4, 2


@dataclass(frozen=True)
class Card:
    """One secretary. `rows` are those shown, `peer_words` names the group of the strips."""

    head: Head
    case: Case
    rows: tuple[Row, ...]
    group: PeerGroup
    peer_words: str
    questions: tuple[Question, ...] = field(default=())

    @property
    def key(self) -> str:
        """How the strips are read; nothing where the table has rows and none of them has a strip."""
        if self.rows and not any(strip_of(row) for row in self.rows):
            return ""
        return key_sentence(self.rows)

    @property
    def few_peers(self) -> str:
        """Why there is no median; nothing where there is one."""
        if self.group.is_large_enough:
            return ""
        return Words("同轮述职只有{count}个单位，不列中位。", count=len(self.group.members))

    @property
    def report_words(self) -> str:
        """The report in one sentence."""
        report = self.case.report
        if not report.is_in:
            return Words("述职报告{state}。", state=report.state or Words("还没有交"))
        length = (
            Words("{length}字（上限{limit}）", length=f"{report.length:,}", limit=f"{report.limit:,}")
            if report.limit
            else Words("{length}字", length=f"{report.length:,}")
        )
        said = Words(
            "{length}；问题和原因{part}字，占{share}（要求不少于{least}）",
            length=length,
            part=f"{report.problem_length:,}",
            share=percent(report.problem_share.size),
            least=share_text(report.least_share),
        )
        if report.days_late:
            said = said + Words("；晚交{days}天", days=report.days_late)
        if report.times_returned:
            said = said + Words("；退回改过{times}次", times=report.times_returned)
        return said + Words("。")

    @property
    def duty_words(self) -> str:
        """How far the responsibility list of the year is; nothing where there is none in force."""
        duties = self.case.duties
        if duties is None:
            return ""
        if not duties.late:
            return Words("责任清单办结{done}/{total}条。", done=duties.done, total=duties.total)
        return Words(
            "责任清单办结{done}/{total}条，逾期{late}条。",
            done=duties.done,
            total=duties.total,
            late=duties.late,
        )

    @property
    def own_words(self) -> str:
        """The problems that it names for itself."""
        own = self.case.report.own
        if not self.case.report.is_in:
            return ""
        if not own:
            return Words("没有自报问题。")
        return Words("自报问题{count}个：{problems}。", count=len(own), problems=listed(own))

    @property
    def claim_words(self) -> str:
        """How far the ledgers bear out what it says, in the words of the page of the report."""
        claims = self.case.claims
        if not self.case.report.is_in:
            return ""
        if not (claims.total or claims.deeds):
            return Words("没有可以和台账对照的话。")
        return reduce(add, _claim_parts(claims))

    @property
    def contradiction_words(self) -> str:
        """The first disagreement word for word, with what an examiner said of just this sentence."""
        wrong = self.case.claims.contradicted
        if not wrong:
            return ""
        quote, record, examined = inner_quotes(wrong[0].quote), wrong[0].record, wrong[0].examined
        if examined is None:
            return Words("不符的：写“{quote}”，台账{record}。", quote=quote, record=record)
        note = examined.note.rstrip("。")
        if examined.is_verified:
            return Words(
                "不符的：写“{quote}”，台账{record}；审核人看过材料，核实了：{note}。",
                quote=quote,
                record=record,
                note=note,
            )
        return Words(
            "不符的：写“{quote}”，台账{record}；审核人看过材料，也不符：{note}。",
            quote=quote,
            record=record,
            note=note,
        )

    @property
    def examined_words(self) -> str:
        """What examiners said of the first sentences, those at odds with the material before the others; without the
        one that is told with its contradiction."""
        claims = self.case.claims
        told = claims.contradicted[0].examined if claims.contradicted else None
        found = sorted((one for one in claims.examined if one is not told), key=lambda one: one.is_verified)
        if not found:
            return ""
        said = listed((_examined(one) for one in found[:MOST_EXAMINED]), "；")
        left_out = len(found) - MOST_EXAMINED
        if left_out > 0:
            return Words("审核人看过材料，{said}；另有{count}句。", said=said, count=left_out)
        return Words("审核人看过材料，{said}。", said=said)

    @property
    def problem_heading(self) -> str:
        count = len(self.case.problems)
        return Words("去年点出的{count}个问题", count=count) if count else Words("去年点出的问题")

    @property
    def question_gap(self) -> str:
        """What is said where the records ask fewer than three questions."""
        missing = MOST - len(self.questions)
        if not missing:
            return ""
        if missing == MOST:
            return Words("记录里没有值得问的，系统不另编。")
        return Words("记录只够提{count}问，系统不另编。", count=len(self.questions))

    def lines(self) -> Iterator[str]:
        """Everything on it that differs from card to card, line by line, always in Chinese."""
        yield from (self.head.name, _chinese(self.head.about))
        for row in self.rows:
            now, before = (one.text if one else NO_RECORD for one in (row.now, row.before))
            yield _chinese(row.title, now, before, row.median_words)
        for one in self.case.problems:
            done = f"{one.closed_tasks}/{one.tasks} {one.evidence}"
            yield _chinese(one.name, one.state, one.text, one.late, done)
        yield _chinese(self.report_words, self.own_words, self.duty_words)
        yield _chinese(self.claim_words, self.contradiction_words)
        if self.examined_words:
            yield _chinese(self.examined_words)
        for question in self.questions:
            yield _chinese(question.text, question.basis)

    @property
    def fingerprint(self) -> str:
        """Changes with every number and sentence of the card, and with nothing else."""
        return hashlib.sha256("\n".join(self.lines()).encode()).hexdigest()

    @property
    def number(self) -> str:
        """C-2025-03 · 7f21: the place in the review and the first signs of the fingerprint."""
        place = f"{self.head.place:02}" if self.head.place else f"S{self.head.reporter_id}"
        return f"C-{self.head.year}-{place} · {self.fingerprint[:SHORT]}"


def _claim_parts(claims: ClaimCount) -> Iterator[str]:
    """The numbers, what examiners saw of those without ledger, and the sentences that only say what was done."""
    if claims.total:
        yield Words(
            "报告写到数字{total}处：{parts}。",
            total=claims.total,
            parts=_counted(claims.supported, len(claims.contradicted), claims.without_ledger),
        )
    seen = [
        (claims.verified, Words("审核人核实{count}处", count=claims.verified)),
        (claims.disputed, Words("审核人说与材料不符{count}处", count=claims.disputed)),
    ]
    if claims.verified or claims.disputed:
        yield Words(
            "没有台账的里面，{parts}。", parts=listed((words for count, words in seen if count), "，")
        )
    if claims.deeds:
        parts = _counted(claims.deeds_supported, 0, claims.deeds - claims.deeds_supported)
        yield Words("说做了、没写数字的{total}句：{parts}。", total=claims.deeds, parts=parts)


def _counted(supported: int, contradicted: int, unrecorded: int) -> str:
    said = [
        (supported, Words("{count}处和台账相符", count=supported)),
        (contradicted, Words("{count}处不符", count=contradicted)),
        (unrecorded, Words("{count}处没有台账", count=unrecorded)),
    ]
    return listed((words for count, words in said if count), "，")


def _examined(one: ExaminedClaim) -> str:
    quote, note = shortened(inner_quotes(one.quote.rstrip("。；！？;!?"))), one.note.rstrip("。")
    if one.is_verified:
        return Words("核实“{quote}”：{note}", quote=quote, note=note)
    return Words("“{quote}”不符：{note}", quote=quote, note=note)


def _chinese(*parts: str) -> str:
    """Joined as they are stored, in whatever language a page is being drawn."""
    return " ".join(parts)
