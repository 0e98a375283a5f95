"""Points from facts and checked self-assessments."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pingyi.organisations.domain.facts import Fact, Span
from pingyi.review.daily.domain.arithmetic import (
    MOST_DECIMALS,
    Checked,
    Gaps,
    Line,
    Part,
    Reason,
    Sheet,
    add_up,
    decimals_needed,
    earned,
    is_same,
    rounded,
)
from pingyi.review.daily.domain.indicators import Gap, Indicator, Rule
from pingyi.review.daily.domain.ledgers import Known
from pingyi.review.daily.phrases import base_words, equation_text, exact_text, line_words

YEAR = Span(date(2025, 1, 1), date(2025, 12, 31))
CODE = "orglife.committee.done"
ROW = Indicator("制度执行", "支委会按月开", Fraction(10), measure=CODE)
OWN = Indicator("推动发展", "有成效", claimed=Fraction(10))
NOTHING = Known({})
BOTH = Indicator("政治把关", "", Fraction(6), Fraction(4), CODE)


def fact(value: int, out_of: int | None = None) -> Fact:
    return Fact(YEAR, 1, CODE, value, "台账", out_of=out_of)


@pytest.mark.parametrize(
    ("rule", "value", "out_of", "amount", "expected"),
    [
        (Rule.SHARE, 158, 168, "0", "1580/168"),
        (Rule.SHARE, 12, 10, "0", "10"),
        (Rule.SHARE, 0, 12, "0", "0"),
        (Rule.SHARE, 3, 0, "0", None),
        (Rule.SHARE, 3, None, "0", None),
        (Rule.REST, 3, 12, "0", "7.5"),
        (Rule.REST, 0, 0, "0", None),
        (Rule.AT_LEAST, 4, None, "4", "10"),
        (Rule.AT_LEAST, 9, None, "4", "10"),
        (Rule.AT_LEAST, 1, None, "4", "2.5"),
        (Rule.AT_MOST, 2, None, "2", "10"),
        (Rule.AT_MOST, 3, None, "2", "0"),
        (Rule.DEDUCT, 0, None, "1.5", "10"),
        (Rule.DEDUCT, 2, None, "1.5", "7"),
        (Rule.DEDUCT, 9, None, "1.5", "0"),
    ],
)
def test_what_a_number_earns_of_ten_points(
    rule: Rule, value: int, out_of: int | None, amount: str, expected: str | None
) -> None:
    found = earned(rule, fact(value, out_of), Fraction(10), Fraction(amount))
    assert found == (None if expected is None else Fraction(expected))


def test_the_score_is_out_of_a_hundred_whatever_the_points_add_up_to() -> None:
    sheet = add_up(
        [ROW, OWN],
        Known({CODE: fact(158, 168)}),
        {1: Checked(Fraction(9), Fraction(8), "少一份佐证")},
        Gaps(),
    )
    assert sheet.base == 20
    assert sheet.gained == Fraction(1580, 168) + 8
    assert sheet.score == (Fraction(1580, 168) + 8) * 5


def test_an_indicator_of_both_kinds_has_two_lines() -> None:
    sheet = add_up([BOTH], Known({CODE: fact(1, 2)}), {0: Checked(Fraction(4), Fraction(4))}, Gaps())
    assert [(one.part, one.points, one.gained) for one in sheet.lines] == [
        (Part.COMPUTED, Fraction(6), Fraction(3)),
        (Part.SELF, Fraction(4), Fraction(4)),
    ]


def test_where_no_ledger_speaks_the_set_decides_and_the_line_says_so() -> None:
    zero = add_up([ROW, OWN], NOTHING, {1: Checked(Fraction(5), Fraction(5))}, Gaps(no_record=Gap.ZERO))
    left_out = add_up(
        [ROW, OWN], NOTHING, {1: Checked(Fraction(5), Fraction(5))}, Gaps(no_record=Gap.LEAVE_OUT)
    )
    assert (zero.base, zero.score) == (20, 25)
    assert (left_out.base, left_out.score) == (10, 50)
    assert {one.lines[0].reason for one in (zero, left_out)} == {Reason.NO_RECORD}


def test_what_nobody_checked_counts_as_the_set_says() -> None:
    known = Known({CODE: fact(12, 12)})
    assert add_up([ROW, OWN], known, {}, Gaps(not_checked=Gap.ZERO)).score == 50
    assert add_up([ROW, OWN], known, {}, Gaps(not_checked=Gap.LEAVE_OUT)).score == 100


AUTUMN = Span(date(2025, 9, 1), date(2025, 11, 17))


@pytest.mark.parametrize(
    ("rule", "amount", "value", "is_counted"),
    [
        (Rule.AT_LEAST, 6, 1, False),
        (Rule.AT_LEAST, 6, 6, True),
        (Rule.AT_MOST, 2, 1, False),
        (Rule.AT_MOST, 2, 3, True),
        (Rule.DEDUCT, 5, 1, False),
        (Rule.DEDUCT, 5, 2, True),
    ],
)
def test_a_third_of_a_year_is_not_held_against_the_number_of_a_whole_one(
    rule: Rule, amount: int, value: int, is_counted: bool
) -> None:
    meetings = replace(ROW, rule=rule, amount=Fraction(amount))
    known = Known({CODE: replace(fact(value), period=AUTUMN)})
    (line,) = add_up([meetings], known, {}, Gaps()).lines
    assert (line.reason is Reason.COUNTED, line.is_left_out) == (is_counted, not is_counted)
    zero = add_up([meetings], known, {}, Gaps(Gap.ZERO))
    assert not zero.lines[0].is_left_out
    assert zero.base == 10
    whole_year = add_up([meetings], Known({CODE: fact(value)}), {}, Gaps())
    assert whole_year.lines[0].reason is Reason.COUNTED


def test_the_page_says_since_when_the_ledger_is_kept() -> None:
    meetings = replace(ROW, rule=Rule.AT_LEAST, amount=Fraction(6))
    once = replace(fact(1), period=AUTUMN)
    (line,) = add_up([meetings], Known({CODE: once}), {}, Gaps()).lines
    said = "党组织会议 1，台账2025-09-01起才有，对不了全年"
    assert line_words(line, "党组织会议") == f"{said}，10分不计入"
    (zero,) = add_up([meetings], Known({CODE: once}), {}, Gaps(Gap.ZERO)).lines
    assert line_words(zero, "党组织会议") == (
        "党组织会议 1 / 6 × 10 ≈ 1.67，台账2025-09-01起才有，没有台账的月份按0分算"
    ), "what is recorded is not lost because the months before it are not"
    (none,) = add_up([replace(meetings, rule=Rule.AT_MOST)], Known({CODE: once}), {}, Gaps(Gap.ZERO)).lines
    assert line_words(none, "党组织会议") == f"{said}，0 / 10"
    (share,) = add_up([ROW], Known({CODE: replace(fact(3, 4), period=AUTUMN)}), {}, Gaps()).lines
    assert line_words(share, "支委会") == "支委会 3 / 4 × 10 = 7.5（台账2025-09-01起才有）"


def test_a_share_of_nothing_due_stays_out_even_where_gaps_count_zero() -> None:
    sheet = add_up(
        [ROW, OWN], Known({CODE: fact(0, 0)}), {1: Checked(Fraction(10), Fraction(10))}, Gaps(Gap.ZERO)
    )
    assert sheet.lines[0].reason is Reason.NOTHING_DUE
    assert sheet.lines[0].fact is not None
    assert sheet.score == 100


def test_a_kept_ledger_that_is_silent_about_a_number_had_nothing_due() -> None:
    talks = Indicator("谈心", "", Fraction(10), measure="orglife.talk.done")
    known = Known({CODE: fact(12, 12)}, frozenset({CODE, talks.measure}))
    kept = add_up([talks, ROW], known, {}, Gaps(Gap.ZERO))
    assert kept.lines[0].reason is Reason.NOTHING_DUE
    assert kept.score == 100
    assert add_up([talks], NOTHING, {}, Gaps(Gap.ZERO)).lines[0].reason is Reason.NO_RECORD


def test_a_score_holds_as_long_as_the_numbers_and_the_checked_points_are_the_same() -> None:
    def of(value: int, out_of: int, found: str = "8", last: date = YEAR.last) -> Sheet:
        read = replace(fact(value, out_of), period=Span(YEAR.first, last))
        return add_up([ROW, OWN], Known({CODE: read}), {1: Checked(Fraction(10), Fraction(found))}, Gaps())

    assert is_same(of(6, 12), of(6, 12, last=date(2025, 11, 30))), "only the days changed"
    assert not is_same(of(6, 12), of(7, 12))
    assert not is_same(of(6, 12), of(5, 10)), "the points are the same, what stands in them is not"
    assert not is_same(of(6, 12), of(6, 12, "9"))
    assert not is_same(of(6, 12), add_up([ROW, OWN], NOTHING, {}, Gaps()))


def test_without_anything_in_the_base_there_is_no_score() -> None:
    assert add_up([ROW], NOTHING, {}, Gaps()).score is None
    assert add_up([], NOTHING, {}, Gaps()).score is None


def test_checked_points_never_exceed_what_there_is() -> None:
    assert add_up([OWN], NOTHING, {0: Checked(Fraction(30), Fraction(30))}, Gaps()).score == 100


@pytest.mark.parametrize(
    ("value", "expected"), [("9.405", "9.41"), ("9.4049", "9.40"), ("100", "100"), ("0", "0")]
)
def test_marks_are_rounded_half_up(value: str, expected: str) -> None:
    assert rounded(Fraction(value), 2) == Fraction(expected)


rules = st.sampled_from(list(Rule))
shares = st.tuples(st.integers(0, 400), st.integers(0, 400))


@given(rule=rules, value=st.integers(0, 400), out_of=st.integers(0, 400), amount=st.integers(1, 50))
def test_points_stay_between_nothing_and_all(rule: Rule, value: int, out_of: int, amount: int) -> None:
    found = earned(rule, fact(value, out_of), Fraction(10), Fraction(amount))
    assert found is None or 0 <= found <= 10


@given(pairs=st.lists(shares, max_size=8), gap=st.sampled_from(list(Gap)))
def test_the_score_is_the_sum_of_the_lines_that_count(pairs: list[tuple[int, int]], gap: Gap) -> None:
    codes = [f"decisions.m{place}" for place in range(len(pairs))]
    rows = [Indicator("甲", code, Fraction(10), measure=code) for code in codes]
    known = {
        f"decisions.m{place}": fact(value, out_of)
        for place, (value, out_of) in enumerate(pairs)
        if out_of % 3
    }
    sheet = add_up(rows, Known(known), {}, Gaps(no_record=gap))
    counted = [line for line in sheet.lines if not line.is_left_out]
    assert sheet.base == 10 * len(counted)
    assert sheet.score is None or 0 <= sheet.score <= 100
    if sheet.score is not None:
        assert sheet.score * sheet.base == 100 * sum(line.gained for line in counted)


@given(value=st.integers(0, 50), out_of=st.integers(1, 50))
def test_more_done_never_gives_fewer_points(value: int, out_of: int) -> None:
    for rule in (Rule.SHARE, Rule.AT_LEAST):
        one, more = (
            earned(rule, fact(number, out_of), Fraction(7), Fraction(5)) for number in (value, value + 1)
        )
        assert one is not None
        assert more is not None
        assert one <= more


def test_a_score_says_on_how_many_points_it_stands_and_warns_below_half() -> None:
    left_out = Gaps(not_checked=Gap.LEAVE_OUT)
    known = Known({CODE: fact(12, 12)})
    half = add_up([ROW, OWN], known, {}, left_out)
    assert (half.base, half.left_out, half.whole, half.is_thin) == (10, 10, 20, False)
    assert add_up([ROW, OWN, replace(OWN, text="又一条")], known, {}, left_out).is_thin
    assert not add_up([OWN], NOTHING, {}, left_out).is_thin
    assert base_words(half) == "按20分里的10分折算，10分没有计入"
    assert base_words(add_up([ROW], known, {}, Gaps())) == ""


def test_who_recalculates_the_printed_equation_comes_to_the_printed_score() -> None:
    # 53.92 / 76 × 100 would be 70.95 by hand: three decimals are needed to come to 70.94.
    seen = Sheet((line(Fraction(76), Fraction(48523, 900)),))
    assert equation_text(seen) == "≈53.914（48523/900） / 76 × 100 ≈ 70.94"
    assert equation_text(Sheet((line(Fraction(20), Fraction(27, 2)),))) == "13.5 / 20 × 100 ＝ 67.5"
    assert equation_text(Sheet((line(Fraction(7), Fraction(33, 8)),))) == "4.125 / 7 × 100 ≈ 58.93"
    assert equation_text(Sheet(())) == ""
    assert exact_text(Fraction(33, 8)) == "4.125"
    assert exact_text(Fraction(1580, 168)) == "≈9.40"


@given(gained=st.fractions(0, 76, max_denominator=5000), base=st.integers(76, 100))
def test_as_many_decimals_are_shown_as_lead_to_the_score(gained: Fraction, base: int) -> None:
    sheet = Sheet((line(Fraction(base), gained),))
    places = decimals_needed(sheet, 2)
    assert 2 <= places <= MOST_DECIMALS
    if places < MOST_DECIMALS:
        again = rounded(gained, places) / base * 100
        assert rounded(again, 2) == rounded(gained / base * 100, 2)


def test_a_sum_beside_the_edge_stops_at_the_last_decimal_that_is_shown() -> None:
    # The score is 50.005 exactly: cut anywhere, 0.333… leads to a little less, which is rounded down.
    edge = Sheet((line(Fraction(20000, 30003), Fraction(1, 3)),))
    assert edge.score == Fraction("50.005")
    assert decimals_needed(edge, 2) == MOST_DECIMALS
    assert decimals_needed(Sheet(()), 2) == 2


def line(points: Fraction, gained: Fraction) -> Line:
    return Line(ROW, Part.COMPUTED, Reason.COUNTED, points, gained)
