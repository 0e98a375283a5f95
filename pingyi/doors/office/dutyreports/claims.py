"""What a report claims beside what the ledgers state, for whoever may read both or examines it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pingyi.core.clock import today
from pingyi.core.words import Words, listed
from pingyi.doors.evidence import facts_between, measures
from pingyi.doors.office.dutyreports.checks import Check
from pingyi.doors.office.dutyreports.claim_lines import ClaimBlock, ClaimLine, blocks_of
from pingyi.ledgers.kit.queries.places import lineage_ids
from pingyi.ledgers.kit.rules import may_read_records
from pingyi.review.evidence.domain.finding import place_of
from pingyi.review.evidence.domain.verdict import Verdict, tally
from pingyi.review.evidence.queries import checked_claims, text_of_reading, words_on, year_of_report

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from pingyi.organisations.actor import Actor
    from pingyi.review.dutyreports.queries import Reading


@dataclass(frozen=True)
class Claims:
    """All claims of one report. `day` is the last day of which the ledgers were asked; they were not where the reader
    sees no ledgers and only examines.
    """

    lines: tuple[ClaimLine, ...]
    day: date
    is_compared: bool = True

    @property
    def numbers(self) -> tuple[ClaimLine, ...]:
        return tuple(line for line in self.lines if line.checked.claim.is_number)

    @property
    def disagreeing(self) -> tuple[ClaimBlock, ...]:
        """What has to be looked at first, deeds too."""
        if not self.is_compared:
            return ()
        return blocks_of(line for line in self.lines if line.checked.verdict is Verdict.CONTRADICTED)

    @property
    def folded(self) -> list[tuple[str, tuple[ClaimBlock, ...]]]:
        """The rest, each under its words: what cannot be compared, what agrees, what is said to have been done."""
        unknown, agreeing = (
            tuple(line for line in self.numbers if line.checked.verdict is verdict)
            for verdict in (Verdict.NO_RECORD, Verdict.SUPPORTED)
        )
        groups: list[tuple[str, tuple[ClaimLine, ...]]] = [
            (Words("没有台账可对的{count}处", count=len(unknown)), unknown),
            (Words("和台账相符的{count}处", count=len(agreeing)), agreeing),
            (self.deed_words, self.deeds),
        ]
        if not self.is_compared:
            groups = [
                (Words("写到数字{total}处", total=len(self.numbers)), self.numbers),
                (Words("没有数字、说做了的{total}句", total=len(self.deeds)), self.deeds),
            ]
        return [(words, blocks_of(lines)) for words, lines in groups if lines]

    @property
    def deeds(self) -> tuple[ClaimLine, ...]:
        return tuple(line for line in self.lines if not line.checked.claim.is_number)

    @property
    def number_words(self) -> str:
        """写到数字17处：14处和台账相符，1处不符，2处没有台账。"""
        counts = tally(line.checked for line in self.numbers)
        return Words("写到数字{total}处：{parts}。", total=counts.total, parts=_parts(self.numbers))

    @property
    def deed_words(self) -> str:
        return Words(
            "没有数字、说做了的{total}句：{parts}。", total=len(self.deeds), parts=_parts(self.deeds)
        )

    @property
    def word_words(self) -> str:
        """审核人看过材料：核实3句，与材料不符1句. Nothing where no examiner said anything."""
        found = {line.word.pk: line.word.is_verified for line in self.lines if line.word}
        verified = sum(found.values())
        said = [
            (verified, Words("核实{count}句", count=verified)),
            (len(found) - verified, Words("与材料不符{count}句", count=len(found) - verified)),
        ]
        parts = listed((words for count, words in said if count), "，")
        return Words("审核人看过材料：{parts}。", parts=parts) if found else ""

    def within(self, section: str) -> list[ClaimLine]:
        """Those that are marked in the text of one section."""
        if not self.is_compared:
            return []
        return [line for line in self.lines if line.checked.claim.section == section and line.is_marked]


def claims_beside(actor: Actor, reading: Reading, moment: datetime, *, examines: bool) -> Claims | None:
    """The claims of the report with their verdicts and with the words of examiners; without verdicts for whoever
    examines it and may not read the ledgers of the organisation, None for others who may not.
    As many queries as the sources of evidence take, none while nothing is written, one for the words of examiners once
    it was handed in, and one for the place of the organisation.
    """
    reporter = reading.report.reporter
    is_compared = may_read_records(actor, lineage_ids(reporter.organisation))
    if not (is_compared or examines):
        return None
    span, text = year_of_report(reporter.cycle, today(moment)), text_of_reading(reading)
    is_written = any(passage.text for passage in text.passages)
    facts = facts_between([reporter.organisation_id], span) if is_written and is_compared else []
    report = reading.report
    words = words_on([report.pk])[report.pk] if report.rounds else {}
    found = checked_claims(text, facts, measures())
    beside = Counter(place_of(one.claim) for one in found)
    lines = []
    for number, one in enumerate(found, start=1):
        place = place_of(one.claim)
        lines.append(
            ClaimLine(number, one, reporter.organisation_id, words.get(place), beside=beside[place] - 1)
        )
    return Claims(tuple(lines), span.last, is_compared)


def claims_check(claims: Claims | None) -> list[Check]:
    """One line among the checks for whoever reads; none where no number is written."""
    if claims is None or not claims.is_compared or not claims.numbers:
        return []
    counts = tally(line.checked for line in claims.numbers)
    value = Words(
        "{supported}符{contradicted}不符", supported=counts.supported, contradicted=counts.contradicted
    )
    note = Words("{count}处没有台账可对", count=counts.no_record) if counts.no_record else ""
    look = "soon" if counts.contradicted else "ok"
    return [Check(look, Words("数字和台账"), value, note, href="#claims")]


def _parts(lines: Sequence[ClaimLine]) -> str:
    counts = tally(line.checked for line in lines)
    said = [
        (counts.supported, Words("{count}处和台账相符", count=counts.supported)),
        (counts.contradicted, Words("{count}处不符", count=counts.contradicted)),
        (counts.no_record, Words("{count}处没有台账", count=counts.no_record)),
    ]
    return listed((words for count, words in said if count), "，")
