from fractions import Fraction

import pytest

from pingyi.review.dutyreports.domain.completeness import (
    Content,
    Fault,
    FaultKind,
    Limits,
    WrittenAnswer,
    WrittenSection,
    faults_of,
    missing_for_share,
)

LIMITS = Limits(max_chars=100, min_problem_share=Fraction(1, 3), must_answer=True)


def content(*lengths: int, answers: tuple[WrittenAnswer, ...] = ()) -> Content:
    """Sections of these lengths; the last but one is about problems."""
    parts = ["duties"] * (len(lengths) - 2) + ["problems", "plans"]
    sections = tuple(
        WrittenSection(place, f"第{place}节", part, "字" * length)
        for place, (part, length) in enumerate(zip(parts, lengths, strict=True), start=1)
    )
    return Content(sections, answers)


OPEN = WrittenAnswer(problem_id=7, is_open=True, text="")
ANSWERED = WrittenAnswer(problem_id=8, is_open=True, text="已经换届。")
CLOSED = WrittenAnswer(problem_id=9, is_open=False, text="")


def test_a_complete_report_has_no_fault() -> None:
    assert faults_of(content(10, 10, 10, answers=(ANSWERED, CLOSED)), LIMITS) == []


def test_each_missing_thing_is_named_in_the_order_of_the_page() -> None:
    assert faults_of(content(0, 99, 0, answers=(OPEN, ANSWERED)), LIMITS) == [
        Fault(FaultKind.UNANSWERED, 7),
        Fault(FaultKind.EMPTY_SECTION, 1),
        Fault(FaultKind.EMPTY_SECTION, 3),
        Fault(FaultKind.TOO_LONG, 4),
    ]


def test_a_text_of_blanks_is_empty() -> None:
    blank = WrittenSection(1, "履职", "duties", " \n　")
    assert faults_of(Content((blank,), ()), LIMITS) == [Fault(FaultKind.EMPTY_SECTION, 1)]


def test_unanswered_problems_pass_where_the_plan_lets_them() -> None:
    lenient = Limits(max_chars=100, min_problem_share=Fraction(0), must_answer=False)
    assert faults_of(content(1, 1, 1, answers=(OPEN,)), lenient) == []


def test_the_length_takes_answers_in_and_headings_not() -> None:
    whole = content(10, 10, 10, answers=(ANSWERED,))
    assert whole.length == 35
    assert faults_of(whole, Limits(35, Fraction(0), must_answer=True)) == []
    assert faults_of(whole, Limits(34, Fraction(0), must_answer=True)) == [Fault(FaultKind.TOO_LONG, 1)]


def test_what_is_done_is_counted() -> None:
    whole = content(10, 0, 10, answers=(OPEN, ANSWERED, CLOSED))
    assert (whole.asked, whole.answered, whole.filled) == (2, 1, 2)


@pytest.mark.parametrize(
    ("lengths", "share", "missing"),
    [
        ((20, 10, 0), Fraction(1, 3), 0),
        ((20, 9, 0), Fraction(9, 29), 1),
        ((80, 20, 0), Fraction(1, 5), 14),
        ((0, 0, 0), None, 0),
    ],
)
def test_the_share_of_problems_is_exact(
    lengths: tuple[int, ...], share: Fraction | None, missing: int
) -> None:
    whole = content(*lengths)
    assert whole.problem_share == share
    assert missing_for_share(whole, LIMITS) == missing
