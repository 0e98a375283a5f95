"""What the sources say of a claim. Where it is not plain what they say, there is no record; nothing is guessed.

Tolerances: counts are compared exactly, 近 and 约 within a tenth; shares as precisely as they were written (94% is
93.5% to 94.5%), fractions such as 三分之二 within five points of a hundred. Fewer than recorded is
supported and says so.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from pingyi.core.words import Words
from pingyi.organisations.domain.facts import Better, Fact, Measure
from pingyi.review.evidence.domain.claim import Bound, Claim, Shape, Target
from pingyi.review.evidence.domain.lexicon import PERIODS, RHYTHMS

ABOUT = Fraction(1, 10)
FRACTION = Fraction(1, 20)
EVENTS = "次"


class Verdict(StrEnum):
    SUPPORTED = "supported"
    CONTRADICTED = "contradicted"
    NO_RECORD = "no_record"


@dataclass(frozen=True, slots=True)
class CheckedClaim:
    """A claim with the fact that it was compared with; `remark` says what else the reader should know."""

    claim: Claim
    verdict: Verdict
    fact: Fact | None = None
    measure: Measure | None = None
    remark: str = ""


@dataclass(frozen=True)
class Ground:
    """The facts of one organisation, by measure; those stated more than once under one code say nothing here."""

    facts: Mapping[str, Fact]
    measures: Mapping[str, Measure]

    def of(self, codes: Iterable[str]) -> list[Fact]:
        return [self.facts[code] for code in codes if code in self.facts]

    def counts_events(self, fact: Fact) -> bool:
        """Facts that count written records: a nought means that nothing was written, not that nothing happened."""
        return self.measures[fact.measure].unit == EVENTS

    def is_less(self, fact: Fact) -> bool:
        return self.measures[fact.measure].better is Better.LESS


def ground_of(organisation_id: int, facts: Iterable[Fact], measures: Mapping[str, Measure]) -> Ground:
    by_code: dict[str, list[Fact]] = {}
    for fact in facts:
        if fact.organisation_id == organisation_id and fact.measure in measures:
            by_code.setdefault(fact.measure, []).append(fact)
    return Ground({code: found[0] for code, found in by_code.items() if len(found) == 1}, measures)


def judged(claim: Claim, ground: Ground) -> CheckedClaim:
    """The verdict on one claim."""
    stated = ground.of(claim.subject.codes)
    if not stated:
        return CheckedClaim(claim, Verdict.NO_RECORD)
    if claim.shape is Shape.COUNT:
        found = _of_count(claim, stated, ground)
    elif claim.shape in (Shape.RATIO, Shape.SHARE):
        found = _of_share(claim, stated)
    elif claim.shape is Shape.WHOLE:
        found = _of_whole(stated, ground)
    elif claim.shape is Shape.EACH:
        found = _of_each(claim, stated, ground)
    elif claim.shape is Shape.NONE:
        found = _said(Verdict.CONTRADICTED if stated[0].value else Verdict.SUPPORTED, stated[0])
    else:
        done = [fact for fact in stated if fact.value]
        found = _said(Verdict.SUPPORTED, done[0]) if done else _NO_RECORD
    if found.fact is None:
        return CheckedClaim(claim, found.verdict, remark=found.remark)
    if found.verdict is Verdict.CONTRADICTED and claim.shape is not Shape.NONE and found.fact.begins_late:
        remark = Words("台账{day}起才有，对不了全年。", day=found.fact.period.first)
        return CheckedClaim(claim, Verdict.NO_RECORD, found.fact, ground.measures[found.fact.measure], remark)
    return CheckedClaim(claim, found.verdict, found.fact, ground.measures[found.fact.measure], found.remark)


@dataclass(frozen=True)
class _Found:
    verdict: Verdict
    fact: Fact | None = None
    remark: str = ""


_NO_RECORD = _Found(Verdict.NO_RECORD)


def _said(verdict: Verdict, fact: Fact, remark: str = "") -> _Found:
    return _Found(verdict, fact, remark)


def _nothing_written(fact: Fact) -> _Found:
    return _Found(Verdict.NO_RECORD, fact, Words("台账里一次也没有记。"))


def _of_count(claim: Claim, stated: Sequence[Fact], ground: Ground) -> _Found:
    number = claim.number
    if claim.target is Target.OUT_OF:
        whole = [fact for fact in stated if fact.out_of is not None]
        if not whole:
            return _NO_RECORD
        return _said(Verdict.SUPPORTED if whole[0].out_of == number else Verdict.CONTRADICTED, whole[0])
    # So many times are so many records; the months in which it happened are only so many of those that were due.
    counted = [fact for fact in stated if fact.out_of is None] or stated
    most = max(counted, key=lambda fact: fact.value)
    same = [fact for fact in (*counted, *stated) if _agrees(claim, fact.value)]
    if same:
        return _said(Verdict.SUPPORTED, same[0])
    if not most.value and ground.counts_events(most):
        return _nothing_written(most)
    if (
        number < max(fact.value for fact in stated)
        and not claim.subject.is_stock
        and not ground.is_less(most)
    ):
        return _said(Verdict.SUPPORTED, most, Words("台账里更多。"))
    return _said(Verdict.CONTRADICTED, most)


def _agrees(claim: Claim, value: int) -> bool:
    if claim.bound is Bound.AT_LEAST:
        return value >= claim.number
    if claim.bound is Bound.ABOUT:
        return abs(value - claim.number) <= ABOUT * claim.number
    return value == claim.number


def _of_share(claim: Claim, stated: Sequence[Fact]) -> _Found:
    shares = [fact for fact in stated if fact.out_of]
    if not shares:
        return _NO_RECORD
    fact = shares[0]
    whole = fact.out_of or 1
    if claim.shape is Shape.RATIO:
        is_same = fact.value == claim.number and whole == claim.out_of
        return _said(Verdict.SUPPORTED if is_same else Verdict.CONTRADICTED, fact)
    share = Fraction(fact.value, whole)
    if claim.bound is Bound.AT_LEAST:
        is_same = share >= claim.number
    elif claim.bound is Bound.ABOUT or claim.decimals is None:
        is_same = abs(share - claim.number) <= FRACTION
    else:
        half = Fraction(1, 2) / 100 / Fraction(10) ** claim.decimals
        is_same = claim.number - half <= share < claim.number + half
    return _said(Verdict.SUPPORTED if is_same else Verdict.CONTRADICTED, fact)


def _of_whole(stated: Sequence[Fact], ground: Ground) -> _Found:
    """Of several that are meant together the one that lacks most decides, of those about which something is written;
    only where none of these lacks anything, one about which nothing is written leaves the whole without record.
    """
    shares = [fact for fact in stated if fact.out_of and not ground.is_less(fact)]
    if not shares:
        return _NO_RECORD
    empty = [fact for fact in shares if not fact.value and ground.counts_events(fact)]
    written = [fact for fact in shares if fact not in empty]
    worst = min(written or empty, key=lambda fact: Fraction(fact.value, fact.out_of or 1))
    if not written or (empty and worst.value == worst.out_of):
        return _nothing_written(empty[0])
    return _said(Verdict.SUPPORTED if worst.value == worst.out_of else Verdict.CONTRADICTED, worst)


def _of_each(claim: Claim, stated: Sequence[Fact], ground: Ground) -> _Found:
    """每月 of what is counted by months is all of it; of what is only counted fewer than twelve refute it, and no
    number bears it out.
    """
    periods = [fact for fact in stated if fact.out_of and fact.measure in RHYTHMS]
    if periods and claim.number == 1:
        if RHYTHMS[periods[0].measure] != claim.period:
            return _Found(Verdict.NO_RECORD, remark=Words("台账不按这个周期统计。"))
        return _of_whole(periods[:1], ground)
    if periods:
        needed = (
            claim.number * (periods[0].out_of or 0) if RHYTHMS[periods[0].measure] == claim.period else None
        )
        most = max(stated, key=lambda fact: fact.value)
    else:
        most = max(stated, key=lambda fact: fact.value)
        needed = claim.number * PERIODS[claim.period] if most.out_of is None else None
    if needed is None:
        return _NO_RECORD
    if not most.value:
        return _nothing_written(most)
    if most.value < needed:
        return _said(Verdict.CONTRADICTED, most)
    # So many in the year: whether they were spread evenly, the sum does not say.
    if periods:
        return _NO_RECORD
    return _Found(Verdict.NO_RECORD, most, Words("台账只记次数，是不是每期都开，对不出来。"))


@dataclass(frozen=True)
class ClaimTally:
    """How many claims there are of each verdict."""

    supported: int = 0
    contradicted: int = 0
    no_record: int = 0

    @property
    def total(self) -> int:
        return self.supported + self.contradicted + self.no_record


def tally(claims: Iterable[CheckedClaim]) -> ClaimTally:
    """The counts of these claims."""
    verdicts = [one.verdict for one in claims]
    return ClaimTally(*(verdicts.count(verdict) for verdict in Verdict))
