"""A second count, as a person at a desk would do it, written from the contract alone, with none of our code.

It takes sound documents only. Every mark is laid on the table one by one; rounding is left to `decimal`.
"""

from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction
from typing import Any

PLENTY = Context(prec=400, rounding=ROUND_HALF_UP)
GRADES = ["good", "fairly_good", "average", "poor"]


def naive_count(document: dict[str, Any]) -> dict[str, Any]:
    rules = document["rules"]
    lines = [naive_line(rules, reporter) for reporter in document["reporters"]]
    scores = [line["score"] for line in lines if line["score"] is not None]
    for line in lines:
        line["rank"] = None if line["score"] is None else 1 + len([s for s in scores if s > line["score"]])
    n = len(lines)
    must_not = 0
    while Fraction(must_not) < Fraction(rules["min_non_good_share"]) * n:
        must_not += 1
    good = len([line for line in lines if line["grade"] == rules["bands"][0][0]])
    for line in lines:
        line["score"] = written(line["score"])
    over = good - (n - must_not)
    return {
        "reporters": lines,
        "max_good": n - must_not,
        "good_count": good,
        "over_cap": max(over, 0),
    }


def naive_line(rules: dict[str, Any], reporter: dict[str, Any]) -> dict[str, Any]:
    categories, total, weights = {}, Fraction(0), Fraction(0)
    for category in rules["categories"]:
        marks = reporter["ballots"].get(category["id"], {})
        on_table = [Fraction(rules["grade_points"][g]) for g in GRADES for _ in range(marks.get(g, 0))]
        rest = marks.get("unknown", 0) + marks.get("blank", 0)
        d = {"valid": len(on_table), "returned": len(on_table) + rest, "issued": marks.get("issued", 0)}
        divisor = d[rules["denominator"]]
        score = None
        if divisor:
            score = sum(on_table, Fraction(0)) / divisor
            total += Fraction(category["weight"]) * score
            weights += Fraction(category["weight"])
        categories[category["id"]] = {"score": written(score), "denominator": divisor}
    ballot = total / weights if weights else None
    parts = {"ballot": ballot, "daily": reporter["daily"], "leader": reporter["leader"]}
    score = Fraction(0)
    for part, weight in rules["composite"].items():
        if Fraction(weight) != 0 and score is not None:
            score = None if parts[part] is None else score + Fraction(weight) * Fraction(parts[part])
    grade = None
    for name, bound in reversed(rules["bands"]):
        if score is not None and score >= Fraction(bound):
            grade = name
    display = None if score is None else rounded(score, rules["display_decimals"])
    return {
        "id": reporter["id"],
        "score": score,
        "ballot_score": written(ballot),
        "display": display,
        "grade": grade,
        "rank": None,
        "categories": categories,
    }


def rounded(score: Fraction, decimals: int) -> str:
    exact = PLENTY.divide(Decimal(score.numerator), Decimal(score.denominator))
    return str(exact.quantize(Decimal(1).scaleb(-decimals), context=PLENTY))


def written(score: Fraction | None) -> str | None:
    return None if score is None else f"{score.numerator}/{score.denominator}"
