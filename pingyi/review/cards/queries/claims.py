"""What the reports claim against what the ledgers state, as far as cards tell it."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from pingyi.core.words import Words
from pingyi.organisations.domain.facts import Fact, Measure
from pingyi.review.cards.domain.case import ClaimCount, ContradictedClaim, ExaminedClaim
from pingyi.review.cards.domain.clause import clause_around
from pingyi.review.cards.domain.figures import Figure
from pingyi.review.cards.domain.said import Said
from pingyi.review.cards.queries.reports import WrittenReport
from pingyi.review.dutyreports.domain.states import is_handed_in
from pingyi.review.evidence.domain.claim import Shape
from pingyi.review.evidence.domain.finding import Place, place_of
from pingyi.review.evidence.domain.verdict import EVENTS, CheckedClaim, Verdict
from pingyi.review.evidence.models import ClaimWord
from pingyi.review.evidence.queries import checked_claims, report_texts, words_on


def claims_of_reports(
    reports: Mapping[int, WrittenReport], facts: Iterable[Fact], measures: Iterable[Measure]
) -> dict[int, ClaimCount]:
    """By organisation; a report that is not handed in claims nothing. Three queries."""
    rows = {key: one.row for key, one in reports.items() if one.row and is_handed_in(one.row.state)}
    texts = report_texts(list(rows.values()))
    said = words_on(row.pk for row in rows.values())
    stated, known = tuple(facts), {one.code: one for one in measures}
    return {
        key: _count(checked_claims(texts[row.pk], stated, known), said[row.pk]) for key, row in rows.items()
    }


def _count(claims: Iterable[CheckedClaim], said: Mapping[Place, ClaimWord]) -> ClaimCount:
    by_verdict: dict[Verdict, list[CheckedClaim]] = {verdict: [] for verdict in Verdict}
    # Several claims of one sentence have one word; words on sentences that are no claims of this draft are left out.
    examined: dict[Place, ExaminedClaim] = {}
    deeds = []
    for one in claims:
        if one.claim.is_number:
            by_verdict[one.verdict].append(one)
        else:
            deeds.append(one)
        place = place_of(one.claim)
        if place in said:
            word = said[place]
            examined[place] = ExaminedClaim(word.sentence, word.note, word.is_verified)
    unknown = [examined.get(place_of(one.claim)) for one in by_verdict[Verdict.NO_RECORD]]
    return ClaimCount(
        supported=len(by_verdict[Verdict.SUPPORTED]),
        unrecorded=sum(word is None for word in unknown),
        verified=sum(word is not None and word.is_verified for word in unknown),
        disputed=sum(word is not None and not word.is_verified for word in unknown),
        examined=tuple(examined.values()),
        contradicted=tuple(
            replace(_contradicted(one, one.fact, one.measure), examined=examined.get(place_of(one.claim)))
            for one in by_verdict[Verdict.CONTRADICTED]
            if one.fact is not None and one.measure is not None
        ),
        deeds=len(deeds),
        deeds_supported=sum(one.verdict is Verdict.SUPPORTED for one in deeds),
    )


def _is_of_covered(one: CheckedClaim, fact: Fact) -> bool:
    """So many times against a ledger in which every month that was due is covered: there is no gap to ask about."""
    return one.claim.shape is Shape.COUNT and fact.out_of is not None and fact.value == fact.out_of


def _contradicted(one: CheckedClaim, fact: Fact, measure: Measure) -> ContradictedClaim:
    quote = clause_around(one.claim.sentence, one.claim.quote, measure.words)
    if fact.measure != measure.code:
        # The report answers one problem: its own standing is the record.
        return ContradictedClaim(quote, Words("是{record}", record=Said(fact.source)), Words("问题清单"))
    if fact.out_of is None and measure.unit == EVENTS:
        # “党员大会：共记” heads a column; here the ledger is named by what it counts.
        what = measure.words[0]
        return ContradictedClaim(
            quote,
            Words("记了{count}{unit}{what}", count=fact.value, unit=measure.unit, what=what),
            Words("台账 {title}", title=what),
            is_asked=not _is_of_covered(one, fact),
        )
    figure = Figure(fact.value, fact.out_of).told(measure.unit)
    return ContradictedClaim(
        quote,
        Words("是{title}{figure}", title=measure.title, figure=figure),
        Words("台账 {title}", title=measure.title),
        is_asked=not _is_of_covered(one, fact),
    )
