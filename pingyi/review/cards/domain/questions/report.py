"""K61–K64, K71–K73: the report itself, and the problems that the unit names for itself."""

from collections.abc import Iterator
from fractions import Fraction

from pingyi.core.words import Words
from pingyi.review.cards.domain.case import Case
from pingyi.review.cards.domain.figures import percent
from pingyi.review.cards.domain.questions.claims import inner_quotes, shortened
from pingyi.review.cards.domain.questions.question import Family, Question
from pingyi.review.cycles.domain.decimals import share_text

NOT_IN, LATE, LOW_SHARE, RETURNED = 72, 48, 54, 40
NONE_NAMED, SAME_AS_BEFORE = 58, 70
_REPORT = Words("述职报告")
_MUCH_ALIKE = Fraction(4, 5)


def not_in(case: Case) -> Iterator[Question]:
    """K61: there is no report."""
    if not case.report.is_in and case.report.state:
        yield Question(
            "K61",
            Family.REPORT,
            NOT_IN,
            Words("述职报告{state}，什么时候交，是谁在写？", state=case.report.state),
            _REPORT,
        )


def late(case: Case) -> Iterator[Question]:
    """K62: it came after the deadline."""
    days = case.report.days_late
    if case.report.is_in and days:
        yield Question(
            "K62",
            Family.REPORT,
            LATE,
            Words("述职报告晚交{days}天，是写得晚，还是送审晚？", days=days),
            _REPORT,
            Fraction(days),
        )


def returned(case: Case) -> Iterator[Question]:
    """K63: it was sent back."""
    times = case.report.times_returned
    if case.report.is_in and times:
        yield Question(
            "K63",
            Family.REPORT,
            RETURNED,
            Words("述职报告退回改过{times}次，退回的那几处现在是怎么写的？", times=times),
            _REPORT,
            Fraction(times),
        )


def low_share(case: Case) -> Iterator[Question]:
    """K64: less about problems and causes than the rules of the review ask for."""
    report = case.report
    if report.is_in and report.problem_share.size < report.least_share:
        yield Question(
            "K64",
            Family.REPORT,
            LOW_SHARE,
            Words(
                "报告{length}字，问题和原因{part}字（{share}，要求不少于{least}），少写的问题是什么？",
                length=report.length,
                part=report.problem_length,
                share=percent(report.problem_share.size),
                least=share_text(report.least_share),
            ),
            _REPORT,
            report.least_share - report.problem_share.size,
        )


def none_named(case: Case) -> Iterator[Question]:
    """K71: the report is in and names no problem of its own."""
    if case.report.is_in and not case.report.own:
        yield Question(
            "K71",
            Family.OWN,
            NONE_NAMED,
            Words("报告里没有一条自己查出的问题，今年最没有做好的一件是什么？"),
            _REPORT,
        )


def same_as_before(case: Case) -> Iterator[Question]:
    """K72: a problem that it names for itself reads as one of a year ago."""
    report = case.report
    before = report.own_before or ()
    again = [one for one in report.own if any(are_much_alike(one, other) for other in before)]
    if again:
        yield Question(
            "K72",
            Family.OWN,
            SAME_AS_BEFORE,
            Words(
                "自报问题{own}个，有{again}个和去年写的差不多，“{problem}”这一年做了什么？",
                own=len(report.own),
                again=len(again),
                problem=shortened(inner_quotes(again[0])),
            ),
            Words("今年和去年的述职报告"),
            Fraction(len(again), len(report.own)),
        )


def are_much_alike(one: str, other: str) -> bool:
    """Four fifths of the pairs of neighbouring signs of the shorter text stand in the longer one."""
    first, second = _pairs(one), _pairs(other)
    smaller = min(len(first), len(second))
    return smaller > 0 and Fraction(len(first & second), smaller) >= _MUCH_ALIKE


def _pairs(text: str) -> set[str]:
    signs = "".join(sign for sign in text if sign.isalnum())
    return {signs[place : place + 2] for place in range(len(signs) - 1)}
