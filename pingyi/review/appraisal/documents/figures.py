"""How counts, scores and rules are written in the summary."""

from decimal import Decimal
from fractions import Fraction

from pingyi.review.appraisal.documents.summary_facts import ResultsSummary
from pingyi.review.appraisal.domain.number import display_text, exact_text
from pingyi.review.appraisal.domain.rules import Denominator

NO_BALLOTS = "没有票"
# In the order of the form, by the names of the fields that hold their counts and points.
GRADES = (("good", "好"), ("fairly_good", "较好"), ("average", "一般"), ("poor", "差"))
DENOMINATOR_WORDS = {
    Denominator.VALID: "有效票",
    Denominator.RETURNED: "收回的票",
    Denominator.ISSUED: "发出的票",
}


def shown(score: Fraction | None, decimals: int) -> Decimal | str:
    """A score rounded for reading, or why there is none."""
    return NO_BALLOTS if score is None else Decimal(display_text(score, decimals))


def exact(score: Fraction | None) -> Fraction | str:
    """A score to the last digit."""
    return "" if score is None else score


def percent(share: Fraction) -> str:
    """A share as people write it: 60%, 12.5%; one third stays 1/3."""
    text = exact_text(share * 100)
    return exact_text(share) if "/" in text else f"{text}%"


def grade_word(summary: ResultsSummary, grade: str | None) -> str:
    """The word of a proposed grade."""
    return "没有等次" if grade is None else summary.grade_words.get(grade, grade)


def fingerprint_groups(fingerprint: str) -> str:
    """The first sixteen characters in four groups, for comparing by eye."""
    return " ".join(fingerprint[start : start + 4] for start in range(0, 16, 4))


def signatures(summary: ResultsSummary) -> tuple[str, ...]:
    """Lines for counters and scrutineers, with their names where they are known."""
    return (
        f"计票人（签名）：{'、'.join(summary.counters)}",
        f"监票人（签名）：{'、'.join(summary.scrutineers)}",
        "日期：",
    )


def version_line(summary: ResultsSummary) -> str:
    """Which calculation the sheet shows."""
    made = summary.made_at
    when = f"{made.year}年{made.month}月{made.day}日{made:%H:%M}"
    return f"第{summary.snapshot}次计算，{when}；规则指纹 {fingerprint_groups(summary.fingerprint)}"
