"""The questions: each rule asks from facts, quotes numbers and names its basis, and asks nothing out of nothing."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from pingyi.organisations.domain.facts import Fact, Span
from pingyi.review.cards.domain.case import (
    Case,
    ClaimCount,
    ContradictedClaim,
    DutyCount,
    ExaminedClaim,
    ReportFacts,
    common_days,
)
from pingyi.review.cards.domain.figures import Figure
from pingyi.review.cards.domain.past_problem import PastProblem
from pingyi.review.cards.domain.questions import (
    RULES,
    Family,
    Question,
    all_questions,
    claims,
    decisions,
    ledger,
    problems,
    questions_of,
    report,
    standing,
)
from tests.factories.cards import (
    CLASSES,
    COMMITTEE,
    DECIDED,
    LATE,
    OVERDUE,
    PARTY_FIRST,
    THEME_DAY,
    YEAR,
    row,
)

HALF = [Figure(1, 2)] * 4
EMPTY = Case(YEAR)
OPEN = PastProblem(
    1, 2024, 3, "主题党日形式单一。", "整改中", tasks=2, closed_tasks=1, evidence=1, due_on=date(2025, 6, 30)
)
CLOSED = replace(
    OPEN, state="已销号", is_closed=True, closed_on=date(2025, 6, 18), closed_tasks=2, due_on=None
)
IN = ReportFacts(is_in=True, length=3000, problem_length=900, least_share=Fraction(1, 3), own=("例会少",))


def noted(measure: str, value: int, out_of: int | None = None, source: str = "x") -> Fact:
    return Fact(Span(date(2025, 5, 1), date(2025, 9, 30)), 1, measure, value, source, out_of)


def one(rule: Callable[[Case], Iterator[Question]], case: Case) -> Question:
    (question,) = rule(case)
    return question


def text(rule: Callable[[Case], Iterator[Question]], case: Case) -> str:
    """The question as it stands on the card."""
    asked = one(rule, case)
    return f"{asked.code} {asked.text}〔{asked.basis}〕"


ASKED: list[tuple[Callable[[Case], Iterator[Question]], Case, str]] = [
    (
        claims.contradicted,
        Case(
            YEAR,
            claims=ClaimCount(1, 0, (ContradictedClaim("组织生活全覆盖", "是支委会158/168", "台账 支委会"),)),
        ),
        "K01 报告写“组织生活全覆盖”，台账是支委会158/168，差在哪里？〔台账 支委会〕",
    ),
    (
        claims.unrecorded,
        Case(YEAR, claims=ClaimCount(6, 3)),
        "K02 报告写到数字9处，有3处没有台账可对，拿什么材料说明？〔报告和台账对照〕",
    ),
    (
        claims.disputed,
        Case(
            YEAR,
            claims=ClaimCount(examined=(ExaminedClaim("发展党员21人。", "名册上是19人", is_verified=False),)),
        ),
        "K03 报告写“发展党员21人”，审核人看过材料：名册上是19人，差在哪里？〔审核人的核实〕",
    ),
    (
        ledger.missed_run,
        Case(
            YEAR,
            rows=(row(COMMITTEE, Figure(7, 12)),),
            noted=(
                noted(
                    "orglife.committee.missed_run", 5, source="组织生活台账：实习点党支部5月到9月没有支委会"
                ),
            ),
        ),
        (
            "K11 实习点党支部5月到9月没有支委会，连着5次，这段时间开没开，党员在哪里过组织生活？"
            "〔台账 支委会，按月 5–9月〕"
        ),
    ),
    (
        ledger.late_in_one_day,
        Case(YEAR, noted=(noted("orglife.late_in_one_day", 9, 12),)),
        "K12 今年补记12条，有9条是5月1日一天补的，谁补的，当时开没开？〔台账 补记清单〕",
    ),
    (
        ledger.late_in_one_day,
        Case(YEAR, noted=(noted("orglife.late_in_one_day", 9, 9),)),
        "K12 今年补记9条，都是5月1日一天补的，谁补的，当时开没开？〔台账 补记清单〕",
    ),
    (
        ledger.mostly_late,
        Case(YEAR, rows=(row(LATE, Figure(5, 15)),)),
        "K13 今年的记录5/15条是事后补记的，为什么没有当时记？〔台账 补记清单〕",
    ),
    (
        ledger.taken_over,
        Case(YEAR, rows=(row(LATE, Figure(9, 10)),), noted=(noted("orglife.late_in_one_day", 9, 9),)),
        "K14 今年10条记录，9条是5月1日一天录入的，纸质台账在哪里，能不能拿一本来看？〔台账 补记清单〕",
    ),
    (
        ledger.no_ledger,
        Case(YEAR, rows=(row(COMMITTEE, None, None, HALF), row(THEME_DAY, None, None, HALF))),
        "K21 同类单位有台账的2项，这个单位一项也没有，今年的组织生活记在哪里？〔台账 全年〕",
    ),
    (
        ledger.all_full,
        Case(YEAR, rows=tuple(row(COMMITTEE, Figure(4, 4)) for _ in range(4))),
        "K22 4项都是满额，拿哪几次的原始记录可以当场看？〔台账 全年〕",
    ),
    (
        ledger.all_full,
        Case(YEAR, rows=(*(row(COMMITTEE, Figure(4, 4)) for _ in range(4)), row(LATE, Figure(3, 16)))),
        "K22 4项都是满额，记录里3/16条是事后补的，能拿出哪几次的原始记录？〔台账 全年〕",
    ),
    (
        problems.reopened,
        Case(YEAR, problems=(replace(OPEN, times_reopened=1),)),
        "K31 “主题党日形式单一”销号后重新打开1次，到现在任务办结1/2，销号时看的是什么？〔问题2024-003〕",
    ),
    (
        problems.came_back,
        Case(YEAR, problems=(replace(OPEN, came_back=True),)),
        "K32 “主题党日形式单一”以前销过号又提出来，任务办结1/2，这次和上次做的有什么不同？〔问题2024-003〕",
    ),
    (
        problems.overdue,
        Case(YEAR, problems=(replace(OPEN, late="逾46个工作日"),)),
        "K33 “主题党日形式单一”逾46个工作日，任务办结1/2，卡在哪里，谁来办，哪天办完？〔问题2024-003〕",
    ),
    (
        problems.no_task,
        Case(YEAR, problems=(replace(OPEN, tasks=0, closed_tasks=0),)),
        "K34 “主题党日形式单一”一项整改任务也没有列，是不认，还是没有办法？〔问题2024-003〕",
    ),
    (
        # Who claimed it is not asked whether she denies it.
        problems.no_task,
        Case(YEAR, problems=(replace(OPEN, tasks=0, closed_tasks=0, is_claimed=True),)),
        "K34 “主题党日形式单一”认领了，一项整改任务也没有列，是没有办法，还是没有动？〔问题2024-003〕",
    ),
    (
        problems.no_effect,
        Case(YEAR, rows=(row(THEME_DAY, Figure(10, 12), Figure(11, 12)),), problems=(CLOSED,)),
        "K35 “主题党日形式单一”6月18日销号，主题党日，按月今年10/12、去年11/12，怎么说明改好了？〔问题2024-003〕",
    ),
    (
        problems.still_open,
        Case(YEAR, problems=(OPEN,)),
        "K36 “主题党日形式单一”任务办结1/2，佐证1份，剩下的哪天办完，怎样算办好？〔问题2024-003〕",
    ),
    (
        problems.late_duties,
        Case(YEAR, duties=DutyCount(8, 5, 2)),
        "K37 责任清单8条，办结5条，逾期2条，逾期的是哪几条，为什么没有办？〔年度责任清单〕",
    ),
    (
        decisions.overdue,
        Case(YEAR, rows=(row(OVERDUE, Figure(1, 6)),)),
        "K41 决定的事1/6过了期限没有办完，谁在督办，卡在哪里？〔台账 议题与决策〕",
    ),
    (
        decisions.undecided,
        Case(
            YEAR, noted=(noted("decisions.undecided_twice", 2, source="决策台账：“购车”上了2次会，都没有定"),)
        ),
        "K42 “购车”上了2次会，都没有定，缺什么才能定？〔台账 议题与决策〕",
    ),
    (
        decisions.party_first,
        Case(YEAR, rows=(row(PARTY_FIRST, Figure(6, 8)),)),
        "K43 该先上党组织会议的议题，先上了的6/8，没有先上的是怎么定的？〔台账 议题与决策〕",
    ),
    (
        standing.behind_and_fallen,
        Case(YEAR, rows=(row(COMMITTEE, Figure(4, 12), Figure(5, 12), HALF),)),
        "K51 支委会，按月今年4/12（33%）、去年5/12，同类中位50%，为什么退了？〔台账 支委会，按月〕",
    ),
    (
        standing.fallen,
        Case(YEAR, rows=(row(COMMITTEE, Figure(8, 12), Figure(9, 12), HALF),)),
        "K52 支委会，按月今年8/12（67%），去年9/12，少在哪些支部、哪几个月？〔台账 支委会，按月〕",
    ),
    (
        standing.fallen,
        Case(YEAR, rows=(row(LATE, Figure(3), Figure(1)),)),
        "K52 事后补记今年3条，去年1条，多出来的是哪些？〔台账 事后补记〕",
    ),
    (
        standing.behind,
        Case(YEAR, rows=(row(COMMITTEE, Figure(5, 12), None, HALF),)),
        "K53 支委会，按月今年5/12（42%），同类中位50%，差在哪些支部，打算怎么补？〔台账 支委会，按月〕",
    ),
    (
        standing.risen,
        Case(YEAR, rows=(row(CLASSES, Figure(4), Figure(2)),)),
        "K54 书记讲党课去年2次，今年4次，做了什么，明年靠什么稳住？〔台账 书记讲党课〕",
    ),
    (
        report.not_in,
        Case(YEAR, report=ReportFacts(state="还没有开始写")),
        "K61 述职报告还没有开始写，什么时候交，是谁在写？〔述职报告〕",
    ),
    (
        report.late,
        Case(YEAR, report=replace(IN, days_late=3)),
        "K62 述职报告晚交3天，是写得晚，还是送审晚？〔述职报告〕",
    ),
    (
        report.returned,
        Case(YEAR, report=replace(IN, times_returned=2)),
        "K63 述职报告退回改过2次，退回的那几处现在是怎么写的？〔述职报告〕",
    ),
    (
        report.low_share,
        Case(YEAR, report=IN),
        "K64 报告3000字，问题和原因900字（30%，要求不少于1/3），少写的问题是什么？〔述职报告〕",
    ),
    (
        report.none_named,
        Case(YEAR, report=replace(IN, own=())),
        "K71 报告里没有一条自己查出的问题，今年最没有做好的一件是什么？〔述职报告〕",
    ),
    (
        report.same_as_before,
        Case(
            YEAR, report=replace(IN, own=("对支部的指导不够", "例会少"), own_before=("对各支部的指导不够",))
        ),
        "K72 自报问题2个，有1个和去年写的差不多，“对支部的指导不够”这一年做了什么？〔今年和去年的述职报告〕",
    ),
]


@pytest.mark.parametrize(("rule", "case", "sentence"), ASKED, ids=[sentence[:3] for *_, sentence in ASKED])
def test_a_rule_asks_one_question_with_its_numbers_and_its_basis(
    rule: Callable[[Case], Iterator[Question]], case: Case, sentence: str
) -> None:
    assert text(rule, case) == sentence


SILENT: list[tuple[Callable[[Case], Iterator[Question]], Case]] = [
    *((rule, EMPTY) for rule in RULES),
    (claims.unrecorded, Case(YEAR, claims=ClaimCount(20, 3))),
    (claims.unrecorded, Case(YEAR, claims=ClaimCount(0, 2))),
    (claims.unrecorded, Case(YEAR, claims=ClaimCount(0, 2, verified=4))),
    (claims.disputed, Case(YEAR, claims=ClaimCount(examined=(ExaminedClaim("发展党员21人。", "看了名册"),)))),
    (ledger.mostly_late, Case(YEAR, rows=(row(LATE, Figure(5, 16)),))),
    (ledger.mostly_late, Case(YEAR, rows=(row(LATE, Figure(4, 4)),))),
    (ledger.mostly_late, Case(YEAR, rows=(row(LATE, None, Figure(4, 4)),))),
    (ledger.mostly_late, Case(YEAR, rows=(row(LATE, Figure(9)),))),
    (ledger.taken_over, Case(YEAR, rows=(row(LATE, Figure(9, 9)),))),
    (ledger.taken_over, Case(YEAR, rows=(row(LATE, None),))),
    (
        ledger.taken_over,
        Case(YEAR, rows=(row(LATE, Figure(9, 11)),), noted=(noted("orglife.late_in_one_day", 9, 9),)),
    ),
    (
        ledger.late_in_one_day,
        Case(YEAR, rows=(row(LATE, Figure(9, 10)),), noted=(noted("orglife.late_in_one_day", 9, 9),)),
    ),
    (ledger.no_ledger, Case(YEAR, rows=(row(COMMITTEE, Figure(1, 2)), row(THEME_DAY, None)))),
    (ledger.all_full, Case(YEAR, rows=tuple(row(COMMITTEE, Figure(3, 4)) for _ in range(4)))),
    (problems.overdue, Case(YEAR, problems=(CLOSED, OPEN, replace(OPEN, late="逾期", tasks=0)))),
    (problems.reopened, Case(YEAR, problems=(replace(CLOSED, times_reopened=1), OPEN))),
    (problems.came_back, Case(YEAR, problems=(replace(CLOSED, came_back=True), OPEN))),
    (problems.no_task, Case(YEAR, problems=(OPEN, CLOSED))),
    (problems.still_open, Case(YEAR, problems=(replace(OPEN, late="逾期"), replace(OPEN, tasks=0)))),
    (
        problems.no_effect,
        Case(YEAR, rows=(row(THEME_DAY, Figure(10, 12), Figure(9, 12)),), problems=(CLOSED,)),
    ),
    (
        problems.no_effect,
        Case(YEAR, rows=(row(THEME_DAY, Figure(12, 12), Figure(12, 12)),), problems=(CLOSED,)),
    ),
    (problems.no_effect, Case(YEAR, rows=(row(THEME_DAY, Figure(12, 12)),), problems=(CLOSED,))),
    (problems.no_effect, Case(YEAR, rows=(row(COMMITTEE, Figure(1, 2)),), problems=(CLOSED, OPEN))),
    (problems.late_duties, Case(YEAR, duties=DutyCount(8, 8, 0))),
    (decisions.overdue, Case(YEAR, rows=(row(OVERDUE, Figure(0, 6)),))),
    (decisions.party_first, Case(YEAR, rows=(row(PARTY_FIRST, Figure(6, 6)),))),
    (decisions.party_first, Case(YEAR, rows=(row(PARTY_FIRST, None),))),
    (standing.behind_and_fallen, Case(YEAR, rows=(row(COMMITTEE, Figure(5, 12), Figure(5, 12), HALF),))),
    (standing.fallen, Case(YEAR, rows=(row(COMMITTEE, Figure(4, 12), Figure(5, 12), HALF),))),
    (standing.behind, Case(YEAR, rows=(row(COMMITTEE, Figure(4, 12), Figure(5, 12), HALF),))),
    (standing.risen, Case(YEAR, rows=(row(COMMITTEE, Figure(95, 100), Figure(90, 100)), row(DECIDED)))),
    (report.not_in, Case(YEAR, report=ReportFacts())),
    (report.late, Case(YEAR, report=IN)),
    (report.returned, Case(YEAR, report=IN)),
    (report.low_share, Case(YEAR, report=replace(IN, problem_length=1000))),
    (report.none_named, Case(YEAR, report=IN)),
    (report.same_as_before, Case(YEAR, report=replace(IN, own_before=("培训不够", "")))),
]


@pytest.mark.parametrize(("rule", "case"), SILENT)
def test_a_rule_asks_nothing_where_the_records_give_nothing(
    rule: Callable[[Case], Iterator[Question]], case: Case
) -> None:
    assert list(rule(case)) == []


def test_a_run_of_which_the_table_knows_no_row_is_asked_about_all_the_same() -> None:
    fact = noted("orglife.theme_day.missed_run", 2, source="一支部没有主题党日")
    assert one(ledger.missed_run, Case(YEAR, noted=(fact,))).basis == "台账 组织生活 5–9月"


def test_codes_are_unique_and_every_rule_has_a_weight_of_its_own() -> None:
    found = {(asked.code, asked.weight) for rule, case, _ in ASKED for asked in rule(case)}
    assert len({code for code, _ in found}) == len({weight for _, weight in found}) == len(RULES)


def test_the_same_records_always_ask_the_same_three() -> None:
    case = Case(
        YEAR,
        rows=(row(COMMITTEE, Figure(4, 12), Figure(5, 12), HALF),),
        problems=(replace(OPEN, late="逾46个工作日"), CLOSED),
        report=replace(IN, days_late=3),
    )
    assert [asked.code for asked in questions_of(case)] == ["K33", "K51", "K64"]
    assert len(list(all_questions(case))) > 3


def test_marks_inside_a_quotation_become_single_ones_and_numbers_are_asked_about_first() -> None:
    claims_made = (
        ContradictedClaim("按期开展“三会一课”", "是党课1/6", "台账"),
        ContradictedClaim("共60次", "记了6次党员大会", "台账"),
    )
    asked = [one.text for one in questions_of(Case(YEAR, claims=ClaimCount(contradicted=claims_made)))]
    assert asked == [
        "报告写“共60次”，台账记了6次党员大会，差在哪里？",
        "报告写“按期开展‘三会一课’”，台账是党课1/6，差在哪里？",
    ]


def test_a_number_against_a_ledger_without_a_gap_is_not_asked_about() -> None:
    claim = ContradictedClaim("共60次", "是党员大会，按季6/6", "台账", is_asked=False)
    assert not list(claims.contradicted(Case(YEAR, claims=ClaimCount(contradicted=(claim,)))))


def test_a_day_on_which_most_units_wrote_up_what_was_late_comes_after_problems_and_decisions() -> None:
    late = noted("orglife.late_in_one_day", 9, 12)
    others = [replace(late, organisation_id=unit) for unit in (2, 3)]
    day = late.period.first
    assert common_days([late, *others], 4) == {day}
    assert common_days([late, others[0]], 2) == frozenset(), "two are no import"
    assert common_days([late, *others], 6) == frozenset()
    rows = (row(LATE, Figure(9, 20)), row(OVERDUE, Figure(1, 2)))
    case = Case(YEAR, rows=rows, noted=(late,), problems=(OPEN,), common_days=frozenset({day}))
    assert [asked.code for asked in questions_of(case)][:2] == ["K36", "K41"]
    assert {asked.weight for asked in all_questions(case) if asked.family is Family.LATE} == {20}


def test_a_long_quotation_is_cut_and_says_so() -> None:
    claim = ContradictedClaim("长" * 60, "是支委会1/2", "台账")
    assert "长…”" in one(claims.contradicted, Case(YEAR, claims=ClaimCount(contradicted=(claim,)))).text
