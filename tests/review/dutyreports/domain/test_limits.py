"""How characters are counted, and what a broken limit does."""

from dataclasses import replace
from fractions import Fraction

import pytest

from pingyi.review.cycles.domain.settings import Counting
from pingyi.review.dutyreports.domain.completeness import (
    Content,
    Fault,
    FaultKind,
    Limits,
    WrittenSection,
    faults_of,
)
from pingyi.review.dutyreports.domain.length import count_characters

LIMITS = Limits(max_chars=100, min_problem_share=Fraction(1, 3), must_answer=True)


@pytest.mark.parametrize(
    ("text", "signs", "no_punctuation", "words"),
    [
        ("党建，抓实。", 6, 4, 6),
        ("2025年3.5%", 9, 7, 4),
        ("don't stop COVID-19", 17, 15, 3),
        ("“三会一课”\n　 12次", 9, 7, 8),
        ("", 0, 0, 0),
        (" \u200b\n", 0, 0, 0),
        ("𠮷林", 2, 2, 2),
    ],
)
def test_each_rule_counts_as_its_words_say(text: str, signs: int, no_punctuation: int, words: int) -> None:
    assert count_characters(text, Counting.SIGNS) == count_characters(text) == signs
    assert count_characters(text, Counting.NO_PUNCTUATION) == no_punctuation
    assert count_characters(text, Counting.WORDS) == words


def content(duties: int, problems: int, most: int | None = None) -> Content:
    return Content(
        (
            WrittenSection(1, "履职", "duties", "字" * duties, max_chars=most),
            WrittenSection(2, "问题", "problems", "字" * problems),
        ),
        (),
    )


@pytest.mark.parametrize(
    ("duties", "problems", "most", "limits", "faults"),
    [
        (60, 30, None, LIMITS, []),
        (60, 30, 60, LIMITS, []),
        (61, 30, 60, LIMITS, [Fault(FaultKind.SECTION_TOO_LONG, 1, 1)]),
        (80, 30, 60, LIMITS, [Fault(FaultKind.SECTION_TOO_LONG, 1, 20), Fault(FaultKind.TOO_LONG, 10)]),
        (80, 30, 60, replace(LIMITS, refuses_length=False), []),
        # A third exactly is enough, one sign less is not: 60 + 29 = 89, a third of it is 29⅔, so one is lacking.
        (60, 30, None, replace(LIMITS, refuses_share=True), []),
        (60, 29, None, replace(LIMITS, refuses_share=True), [Fault(FaultKind.LOW_SHARE, 1)]),
        (60, 29, None, LIMITS, []),
    ],
)
def test_a_breach_is_refused_or_let_pass_as_the_cycle_has_it(
    duties: int, problems: int, most: int | None, limits: Limits, faults: list[Fault]
) -> None:
    assert faults_of(content(duties, problems, most), limits) == faults
