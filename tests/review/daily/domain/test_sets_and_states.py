"""Rows of a set, the life of a self-assessment, ledgers without a record, and what is kept."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from pingyi.organisations.domain.facts import Fact, Span
from pingyi.review.daily.domain.arithmetic import Checked, Gaps, add_up
from pingyi.review.daily.domain.assessment import AssessmentFault, fault_of_check, fault_of_claim
from pingyi.review.daily.domain.indicators import (
    LONGEST,
    MOST,
    Indicator,
    RowFault,
    Rule,
    Way,
    faults_of_rows,
    settled,
)
from pingyi.review.daily.domain.kept import kept_sheet, sheet_document
from pingyi.review.daily.domain.ledgers import Known, Stated, added_up
from pingyi.review.daily.domain.samples import SAMPLES
from pingyi.review.daily.phrases import change_words, line_words, points_text, rule_words

YEAR = Span(date(2025, 1, 1), date(2025, 12, 31))
KNOWN = frozenset({"orglife.committee.done"})
NOTHING = Known({})
ROW = Indicator("制度", "支委会", Fraction(10), measure="orglife.committee.done", number=1)
OWN = Indicator("成效", "", claimed=Fraction(5), number=2)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([ROW, OWN], {}),
        ([], {"rows": RowFault.EMPTY}),
        ([replace(OWN, number=n, text=str(n)) for n in range(MOST + 1)], {"rows": RowFault.TOO_MANY}),
        ([replace(OWN, heading="")], {"heading-2": RowFault.NO_HEADING}),
        ([replace(OWN, text="长" * (LONGEST + 1))], {"text-2": RowFault.TOO_LONG}),
        ([OWN, replace(OWN, number=3)], {"text-3": RowFault.TWICE}),
        ([replace(OWN, claimed=Fraction(0))], {"computed-2": RowFault.NO_POINTS}),
        ([replace(ROW, measure="")], {"measure-1": RowFault.NO_MEASURE}),
        ([replace(ROW, measure="nobody.states.it")], {"measure-1": RowFault.UNKNOWN_MEASURE}),
        ([replace(ROW, rule=Rule.AT_LEAST)], {"amount-1": RowFault.NO_AMOUNT}),
        ([replace(ROW, rule=Rule.DEDUCT, amount=Fraction(0))], {"amount-1": RowFault.NO_AMOUNT}),
        ([replace(ROW, rule=Rule.AT_MOST, amount=Fraction(0))], {}),
        ([replace(ROW, rule=Rule.AT_LEAST, amount=Fraction(1, 2))], {"amount-1": RowFault.WHOLE_AMOUNT}),
        ([replace(ROW, rule=Rule.DEDUCT, amount=Fraction(1, 2))], {}),
    ],
)
def test_what_is_wrong_with_rows(rows: list[Indicator], expected: dict[str, RowFault]) -> None:
    assert faults_of_rows(rows, KNOWN) == expected


def test_what_points_do_not_need_is_left_out() -> None:
    bare = settled(replace(OWN, measure="orglife.committee.done", rule=Rule.DEDUCT, amount=Fraction(1)))
    assert (bare.measure, bare.rule, bare.amount) == ("", Rule.SHARE, None)
    assert settled(replace(ROW, amount=Fraction(3))).amount is None
    assert settled(replace(ROW, rule=Rule.AT_LEAST, amount=Fraction(3))).amount == 3


def test_where_points_come_from() -> None:
    assert [one.way for one in (ROW, OWN, replace(ROW, claimed=Fraction(2)))] == [
        Way.COMPUTED,
        Way.SELF,
        Way.BOTH,
    ]


def test_samples_are_whole_and_add_up_to_a_hundred() -> None:
    for sample in SAMPLES.values():
        measures = frozenset(row.measure for row in sample.rows if row.measure)
        rows = [replace(row, number=number) for number, row in enumerate(sample.rows, start=1)]
        assert faults_of_rows(rows, measures) == {}
        assert sum(row.points for row in rows) == 100
        assert "不是全国规定" in sample.source


@pytest.mark.parametrize(
    ("asked", "words", "evidence", "is_handed_in", "expected"),
    [
        ("8", "做了", 1, True, None),
        ("11", "做了", 1, False, AssessmentFault.TOO_HIGH),
        ("8", "", 0, False, None),
        ("8", "", 1, True, AssessmentFault.NO_WORDS),
        ("8", "做了", 0, True, AssessmentFault.NO_EVIDENCE),
        ("0", "今年没有做", 0, True, None),
    ],
)
def test_what_may_be_handed_in(
    asked: str, words: str, evidence: int, is_handed_in: bool, expected: AssessmentFault | None
) -> None:
    assert (
        fault_of_claim(Fraction(asked), Fraction(10), words, evidence, is_handed_in=is_handed_in) == expected
    )


@pytest.mark.parametrize(
    ("found", "reason", "expected"),
    [
        ("8", "", None),
        ("6", "佐证只有一半", None),
        ("6", "", AssessmentFault.NO_REASON),
        ("9", "很好", AssessmentFault.ABOVE_ASKED),
    ],
)
def test_a_checker_gives_what_was_asked_or_less_with_a_reason(
    found: str, reason: str, expected: AssessmentFault | None
) -> None:
    assert fault_of_check(Fraction(8), Fraction(found), reason) == expected


def fact(measure: str, value: int, out_of: int | None = 12, organisation: int = 1) -> Fact:
    return Fact(YEAR, organisation, measure, value, "台账", out_of=out_of)


COMMITTEE, TALKS = "orglife.committee.done", "orglife.talk.done"


def said(*facts: Fact) -> Stated:
    """Who states committee meetings kept the ledger; problems are the system's own list."""
    return Stated(YEAR, facts, {}, {COMMITTEE: COMMITTEE, TALKS: COMMITTEE, "problems.closed": None})


def test_a_ledger_was_kept_where_it_states_the_number_that_says_so() -> None:
    stated = said(
        fact(COMMITTEE, 0), fact("problems.closed", 0, 3, organisation=2), fact(TALKS, 1, organisation=3)
    )
    assert stated.of(1).kept == {COMMITTEE, TALKS, "problems.closed"}
    assert stated.of(2).kept == {"problems.closed"}
    assert stated.of(3).kept == {"problems.closed"}
    assert stated.of(3).facts[TALKS].value == 1
    assert not stated.of(4).facts


def test_what_is_stated_branch_by_branch_is_added_up() -> None:
    pieces = [fact("problems.closed", 1, 2), fact("problems.closed", 2, 3)]
    whole = said(*pieces).of(1).facts["problems.closed"]
    assert (whole.value, whole.out_of) == (3, 5)
    loose = added_up([fact("problems.closed", 1, 2), fact("problems.closed", 2, None)])
    assert loose[1]["problems.closed"].out_of is None


def test_a_kept_calculation_gives_the_same_arithmetic_again() -> None:
    rows = [
        ROW,
        OWN,
        replace(ROW, text="次数", rule=Rule.AT_LEAST, amount=Fraction(4)),
        replace(ROW, measure="no"),
    ]
    known = {"orglife.committee.done": fact("orglife.committee.done", 5, 12)}
    sheet = add_up(rows, Known(known), {1: Checked(Fraction(5), Fraction(4), "少一份")}, Gaps())
    again = kept_sheet(sheet_document(sheet))
    assert again.score == sheet.score
    assert [line.gained for line in again.lines] == [line.gained for line in sheet.lines]
    assert [line.fact for line in again.lines] == [line.fact for line in sheet.lines]
    assert [line.checked for line in again.lines] == [line.checked for line in sheet.lines]


@pytest.mark.parametrize(
    ("rule", "amount", "value", "out_of", "said"),
    [
        (Rule.SHARE, None, 158, 168, "支委会 158 / 168 × 10 ≈ 9.40"),
        (Rule.REST, None, 3, 12, "支委会 (12 − 3) / 12 × 10 = 7.5"),
        (Rule.AT_LEAST, "4", 1, None, "支委会 1 / 4 × 10 = 2.5"),
        (Rule.AT_LEAST, "4", 6, None, "支委会 6，达到4，满分 = 10"),
        (Rule.AT_MOST, "2", 1, None, "支委会 1，没有超过2，满分 = 10"),
        (Rule.AT_MOST, "2", 3, None, "支委会 3，超过2，不得分 = 0"),
        (Rule.DEDUCT, "1.5", 2, None, "支委会 10 − 2 × 1.5 = 7"),
    ],
)
def test_each_line_says_its_arithmetic(
    rule: Rule, amount: str | None, value: int, out_of: int | None, said: str
) -> None:
    row = replace(ROW, rule=rule, amount=None if amount is None else Fraction(amount))
    known = {ROW.measure: fact(ROW.measure, value, out_of)}
    (line,) = add_up([row], Known(known), {}, Gaps()).lines
    assert line_words(line, "支委会") == said


def test_lines_without_a_number_say_why() -> None:
    lines = add_up([ROW, OWN], NOTHING, {}, Gaps()).lines
    assert [line_words(line, "支委会") for line in lines] == [
        "支委会：没有台账，10分不计入",
        "没有核对过的自评，0 / 5",
    ]
    (nothing,) = add_up([ROW], Known({ROW.measure: fact(ROW.measure, 0, 0)}), {}, Gaps()).lines
    assert line_words(nothing, "支委会") == "支委会：没有应办的，10分不计入"


def test_a_checked_self_assessment_says_what_was_asked_and_found() -> None:
    (less,) = add_up([OWN], NOTHING, {0: Checked(Fraction(5), Fraction(4), "少一份佐证")}, Gaps()).lines
    (all_of_it,) = add_up([OWN], NOTHING, {0: Checked(Fraction(5), Fraction(5))}, Gaps()).lines
    assert line_words(less, "") == "自评5分，核对得4 / 5：少一份佐证"
    assert line_words(all_of_it, "") == "自评5分，核对得5 / 5"


def test_what_would_come_out_now_is_said() -> None:
    before, now = (
        add_up([ROW], Known({ROW.measure: fact(ROW.measure, value)}), {}, Gaps()) for value in (6, 9)
    )
    assert change_words(before, now) == "台账或自评后来有变动，现在算是75"
    doubled = add_up([ROW], Known({ROW.measure: fact(ROW.measure, 12, 24)}), {}, Gaps())
    assert change_words(before, doubled) == "台账或自评后来有变动，现在算还是50"
    nothing = add_up([ROW], NOTHING, {}, Gaps())
    assert change_words(before, nothing) == "台账或自评后来有变动，现在算没有能计入的"
    assert change_words(nothing, before) == "台账或自评后来有变动，现在算是50"


def test_how_a_rule_is_said() -> None:
    assert rule_words(replace(ROW, rule=Rule.AT_LEAST, amount=Fraction(4))) == "达到4得满分，不到按比例"
    assert rule_words(replace(ROW, rule=Rule.AT_MOST, amount=Fraction(2))) == "不超过2得满分，超过不得分"
    assert rule_words(replace(ROW, rule=Rule.DEDUCT, amount=Fraction(1, 2))) == "每出现一次扣0.5分，扣完为止"
    assert rule_words(ROW) == "办了的占应办的"
    assert points_text(Fraction(1, 3)) == "0.33"
