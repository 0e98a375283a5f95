"""K41–K43: decisions that are not carried out, put off again and again, or made out of order."""

from collections.abc import Iterator
from fractions import Fraction

from pingyi.core.words import Words
from pingyi.review.cards.domain.case import Case
from pingyi.review.cards.domain.questions.question import Family, Question
from pingyi.review.cards.domain.said import Said

PARTY_FIRST, TWICE, OVERDUE = 86, 76, 74
_LEDGER = Words("台账 议题与决策")


def overdue(case: Case) -> Iterator[Question]:
    """K41: what was decided is past its day and not done."""
    row = case.row("decisions.overdue")
    if row and row.now and row.now.value:
        yield Question(
            "K41",
            Family.DECISION,
            OVERDUE,
            Words(
                "决定的事{count}过了期限没有办完，谁在督办，卡在哪里？", count=row.now.told(row.measure.unit)
            ),
            _LEDGER,
            row.now.size,
        )


def undecided(case: Case) -> Iterator[Question]:
    """K42: a topic came to several meetings and was not decided."""
    for fact in case.noted_as(".undecided_twice"):
        yield Question(
            "K42",
            Family.DECISION,
            TWICE,
            Words("{said}，缺什么才能定？", said=Said(fact.source)),
            _LEDGER,
            Fraction(fact.value),
        )


def party_first(case: Case) -> Iterator[Question]:
    """K43: topics that had to go to the Party meeting first and did not."""
    row = case.row("decisions.party_first")
    if row and row.now and row.now.is_share and not row.now.is_full:
        yield Question(
            "K43",
            Family.DECISION,
            PARTY_FIRST,
            Words("该先上党组织会议的议题，先上了的{share}，没有先上的是怎么定的？", share=row.now.text),
            _LEDGER,
            1 - row.now.size,
        )
