"""A calculation as it is kept: plain JSON that gives the same arithmetic again."""

from datetime import date
from fractions import Fraction
from typing import Any

from pingyi.organisations.domain.facts import Fact, Span
from pingyi.review.daily.domain.arithmetic import Checked, Line, Part, Reason, Sheet
from pingyi.review.daily.domain.indicators import Indicator, Rule


def row_document(row: Indicator) -> dict[str, Any]:
    """One indicator; the number of the row on its form is not kept."""
    return {
        "heading": row.heading,
        "text": row.text,
        "computed": _text(row.computed),
        "claimed": _text(row.claimed),
        "measure": row.measure,
        "rule": row.rule.value,
        "amount": None if row.amount is None else _text(row.amount),
    }


def sheet_document(sheet: Sheet) -> list[dict[str, Any]]:
    """The lines of the arithmetic."""
    return [
        {
            "indicator": row_document(line.indicator),
            "part": line.part.value,
            "reason": line.reason.value,
            "points": _text(line.points),
            "gained": _text(line.gained),
            "is_left_out": line.is_left_out,
            "fact": None if line.fact is None else _fact_document(line.fact),
            "checked": None if line.checked is None else _checked_document(line.checked),
        }
        for line in sheet.lines
    ]


def kept_sheet(document: list[dict[str, Any]]) -> Sheet:
    """The arithmetic as it was."""
    return Sheet(tuple(_line(one) for one in document))


def _line(kept: dict[str, Any]) -> Line:
    fact, checked = kept["fact"], kept["checked"]
    return Line(
        _row(kept["indicator"]),
        Part(kept["part"]),
        Reason(kept["reason"]),
        Fraction(kept["points"]),
        Fraction(kept["gained"]),
        is_left_out=kept["is_left_out"],
        fact=None if fact is None else _fact(fact),
        checked=None
        if checked is None
        else Checked(Fraction(checked["asked"]), Fraction(checked["found"]), checked["reason"]),
    )


def _row(kept: dict[str, Any]) -> Indicator:
    amount = kept["amount"]
    return Indicator(
        kept["heading"],
        kept["text"],
        Fraction(kept["computed"]),
        Fraction(kept["claimed"]),
        kept["measure"],
        Rule(kept["rule"]),
        None if amount is None else Fraction(amount),
    )


def _fact_document(fact: Fact) -> dict[str, Any]:
    return {
        "first": fact.period.first.isoformat(),
        "last": fact.period.last.isoformat(),
        "organisation": fact.organisation_id,
        "measure": fact.measure,
        "value": fact.value,
        "out_of": fact.out_of,
        "source": str(fact.source),
    }


def _fact(kept: dict[str, Any]) -> Fact:
    span = Span(date.fromisoformat(kept["first"]), date.fromisoformat(kept["last"]))
    return Fact(
        span, kept["organisation"], kept["measure"], kept["value"], kept["source"], out_of=kept["out_of"]
    )


def _checked_document(checked: Checked) -> dict[str, str]:
    return {"asked": _text(checked.asked), "found": _text(checked.found), "reason": checked.reason}


def _text(value: Fraction) -> str:
    return f"{value.numerator}/{value.denominator}"
