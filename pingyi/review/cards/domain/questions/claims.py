"""K01–K03: what the report says against what the ledgers have, and what an examiner saw."""

from collections.abc import Iterator
from fractions import Fraction

from pingyi.core.words import Words
from pingyi.review.cards.domain.case import Case
from pingyi.review.cards.domain.questions.question import Family, Question

CONTRADICTED, DISPUTED, UNRECORDED = 100, 102, 46
_QUOTED = 40
_MANY = 3


def contradicted(case: Case) -> Iterator[Question]:
    """K01: a statement that a ledger contradicts, one with a number rather than one without."""
    for claim in case.claims.contradicted:
        if not claim.is_asked:
            continue
        yield Question(
            "K01",
            Family.CLAIM,
            CONTRADICTED,
            Words(
                "报告写“{quote}”，台账{record}，差在哪里？",
                quote=shortened(inner_quotes(claim.quote)),
                record=claim.record,
            ),
            claim.source,
            Fraction(any(sign.isdigit() for sign in claim.quote)),
        )


def unrecorded(case: Case) -> Iterator[Question]:
    """K02: three numbers or more, and at least a third of them, that no ledger knows of."""
    missing, total = case.claims.unrecorded, case.claims.total
    if missing >= _MANY and 3 * missing >= total:
        yield Question(
            "K02",
            Family.CLAIM,
            UNRECORDED,
            Words(
                "报告写到数字{total}处，有{missing}处没有台账可对，拿什么材料说明？",
                total=total,
                missing=missing,
            ),
            Words("报告和台账对照"),
            Fraction(missing, total),
        )


def disputed(case: Case) -> Iterator[Question]:
    """K03: a sentence that is at odds with the material that an examiner saw."""
    for one in case.claims.examined:
        if not one.is_verified:
            quote = shortened(inner_quotes(one.quote.rstrip("。；！？;!?")))
            yield Question(
                "K03",
                Family.CLAIM,
                DISPUTED,
                Words(
                    "报告写“{quote}”，审核人看过材料：{note}，差在哪里？",
                    quote=quote,
                    note=one.note.rstrip("。"),
                ),
                Words("审核人的核实"),
            )


def inner_quotes(text: str) -> str:
    """Words that are quoted: the marks inside them become single ones."""
    return text.replace("“", "‘").replace("”", "’")


def shortened(text: str, length: int = _QUOTED) -> str:
    """The beginning of a long text, with what says that it goes on."""
    return text if len(text) <= length else f"{text[: length - 1]}…"
