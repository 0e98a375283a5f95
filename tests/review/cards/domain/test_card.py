"""A whole card in words: its head, its report, what is missing, what tells it from a later one."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from pingyi.core.words import shown
from pingyi.review.cards.domain.card import Card
from pingyi.review.cards.domain.case import (
    Case,
    ClaimCount,
    ContradictedClaim,
    DutyCount,
    ExaminedClaim,
    ReportFacts,
)
from pingyi.review.cards.domain.clause import clause_around
from pingyi.review.cards.domain.figures import Figure
from pingyi.review.cards.domain.own_problems import named_points
from pingyi.review.cards.domain.past_problem import PastProblem
from pingyi.review.cards.domain.peers import PeerGroup
from tests.factories.cards import COMMITTEE, THEME_DAY, YEAR, card, head, row

IN = ReportFacts(
    is_in=True,
    length=3842,
    limit=4000,
    problem_length=1310,
    least_share=Fraction(1, 3),
    own=("业务不熟", "支部松散"),
)


def test_the_head_says_since_when_and_how_large() -> None:
    assert head().about == "2022年11月到任，上次现场述职2023年度，党员312人，支部14个。"
    assert head(0).way == "书面述职"
    bare = head(since=None, last_on_site=None, members=None, branches=None)
    assert bare.about == "到任时间没有登记，以前没有现场述职的记录，党员数没有台账。"


@pytest.mark.parametrize(
    ("organisation", "title", "name"),
    [
        ("护理学院党委", "党委书记", "护理学院党委书记"),
        ("保卫处党总支", "党总支书记", "保卫处党总支书记"),
        ("护理学院党委", "护理学院党委书记", "护理学院党委书记"),
        ("图书馆", "书记", "图书馆书记"),
    ],
)
def test_the_unit_and_the_post_read_as_one_name(organisation: str, title: str, name: str) -> None:
    assert head(organisation=organisation, title=title).name == name


def test_the_report_is_told_by_its_numbers() -> None:
    told = card(Case(YEAR, report=replace(IN, days_late=2, times_returned=1), duties=DutyCount(8, 5, 1)))
    assert told.report_words == (
        "3,842字（上限4,000）；问题和原因1,310字，占34%（要求不少于1/3）；晚交2天；退回改过1次。"
    )
    assert told.own_words == "自报问题2个：业务不熟、支部松散。"
    assert told.duty_words == "责任清单办结5/8条，逾期1条。"
    assert card(Case(YEAR, duties=DutyCount(8, 5, 0))).duty_words == "责任清单办结5/8条。"


def test_a_report_without_limit_and_without_problems_says_so() -> None:
    told = card(Case(YEAR, report=replace(IN, limit=0, own=())))
    assert told.report_words.startswith("3,842字；")
    assert told.own_words == "没有自报问题。"
    assert told.claim_words == "没有可以和台账对照的话。"
    assert told.contradiction_words == ""


def test_a_report_that_is_not_in_claims_nothing() -> None:
    told = card(Case(YEAR, report=ReportFacts(state="在写，还没有交")))
    assert (told.report_words, told.own_words, told.claim_words) == ("述职报告在写，还没有交。", "", "")
    assert card(Case(YEAR)).report_words == "述职报告还没有交。"


def test_claims_are_counted_and_the_first_disagreement_is_quoted() -> None:
    wrong = ContradictedClaim("组织生活全覆盖", "是支委会158/168", "台账 支委会")
    told = card(Case(YEAR, report=IN, claims=ClaimCount(14, 2, (wrong,))))
    assert told.claim_words == "报告写到数字17处：14处和台账相符，1处不符，2处没有台账。"
    assert told.contradiction_words == "不符的：写“组织生活全覆盖”，台账是支委会158/168。"


def test_what_the_records_do_not_give_is_said_and_not_made_up() -> None:
    nothing = card(Case(YEAR))
    assert (nothing.questions, nothing.question_gap) == ((), "记录里没有值得问的，系统不另编。")
    one = card(Case(YEAR, duties=DutyCount(8, 5, 1)))
    assert one.question_gap == "记录只够提1问，系统不另编。"
    problems = tuple(PastProblem(n, 2024, n, "例会少。", "整改中") for n in (1, 2, 3))
    full = card(Case(YEAR, problems=problems))
    assert (len(full.questions), full.question_gap, full.problem_heading) == (3, "", "去年点出的3个问题")
    assert nothing.problem_heading == "去年点出的问题"


def test_too_few_peers_are_named_as_the_reason_for_no_median() -> None:
    alone = replace(card(Case(YEAR)), group=PeerGroup("", (1, 2, 3)))
    assert alone.few_peers == "同轮述职只有3个单位，不列中位。"
    assert card(Case(YEAR)).few_peers == ""
    assert alone.key == "● 今年　○ 去年　| 各单位　长竖线为中位。右边为多。"


def test_a_card_on_which_nothing_is_compared_explains_no_strip() -> None:
    assert card(Case(YEAR, rows=(row(COMMITTEE, Figure(1, 2)),))).key == ""
    compared = card(Case(YEAR, rows=(row(COMMITTEE, Figure(1, 2), Figure(2, 2)),)))
    assert compared.key.startswith("● 今年　○ 去年")


def test_a_problem_is_told_by_state_tasks_days_and_its_past() -> None:
    closed = PastProblem(
        1, 2024, 1, "例会少。", "已销号", is_closed=True, closed_on=date(2025, 6, 18), tasks=1
    )
    assert closed.standing_words == "6月18日销号，任务办结0/1，佐证0份。"
    assert replace(closed, closed_on=None, tasks=0).standing_words == "已销号，没有列任务。"
    claimed = PastProblem(3, 2024, 3, "例会少。", "认领了，还没有任务")
    assert claimed.standing_words == "认领了，还没有任务。"
    back = PastProblem(
        2,
        2024,
        17,
        "例会少。",
        "整改中",
        tasks=3,
        closed_tasks=2,
        evidence=4,
        due_on=date(2025, 11, 30),
        late="逾46个工作日",
        times_reopened=1,
        came_back=True,
        history="2023年度提出过，没有销号",
    )
    assert back.standing_words == (
        "整改中，任务办结2/3，佐证4份，期限11月30日，逾46个工作日，重新打开1次。2023年度提出过，没有销号。"
    )
    assert replace(back, history="").standing_words.endswith("重新打开1次。")
    assert (back.name, back.basis) == ("2024-017", "问题2024-017")


def test_a_card_is_told_from_a_later_one_by_every_number_and_by_nothing_else() -> None:
    case = Case(
        YEAR,
        rows=(row(COMMITTEE, Figure(1, 2)), row(THEME_DAY, None, Figure(1, 2))),
        problems=(PastProblem(1, 2024, 1, "例会少。", "整改中"),),
        report=IN,
    )
    first = card(case)
    with shown():
        assert first.fingerprint == card(case).fingerprint
    later = card(replace(case, rows=(row(COMMITTEE, Figure(2, 2)), *case.rows[1:])))
    assert later.fingerprint != first.fingerprint
    assert first.number == f"C-2025-01 · {first.fingerprint[:4]}"
    written: Card = replace(first, head=replace(first.head, place=0))
    assert written.number == f"C-2025-S1 · {first.fingerprint[:4]}"


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("一是例会开得少，原因是忙。二是培训不够；三是记录不全。", ("例会开得少", "培训不够", "记录不全")),
        ("（一）例会少\n（二）培训少", ("例会少", "培训少")),
        ("1.例会少。2.培训少。", ("例会少", "培训少")),
        ("对支部指导不够，原因是下去少。办法不多。", ("对支部指导不够", "办法不多")),
        ("", ()),
        ("。。", ()),
    ],
)
def test_the_points_that_a_report_names_are_taken_as_they_stand(text: str, points: tuple[str, ...]) -> None:
    assert named_points(text) == points


def test_the_clause_of_a_number_is_quoted_and_not_the_whole_sentence() -> None:
    sentence = "全年召开支委会12次，主题党日12次，做到全覆盖。"
    assert clause_around(sentence, "主题党日12次") == "主题党日12次"
    assert clause_around(sentence, "12次") == "全年召开支委会12次"
    assert clause_around("支委会开了12次", "12次") == "支委会开了12次"
    assert clause_around(sentence, "没有这句") == "没有这句"


def test_what_an_examiner_saw_takes_the_place_of_no_record() -> None:
    seen = ExaminedClaim("获“先进”2项。", "看了文件")
    wrong = ExaminedClaim("走访企业5家；", "记录里是3家。", is_verified=False)
    told = card(Case(YEAR, report=IN, claims=ClaimCount(4, 1, (), 1, 1, (seen, wrong))))
    assert told.claim_words == (
        "报告写到数字7处：4处和台账相符，3处没有台账。没有台账的里面，审核人核实1处，审核人说与材料不符1处。"
    )
    assert told.examined_words == (
        "审核人看过材料，“走访企业5家”不符：记录里是3家；核实“获‘先进’2项”：看了文件。"
    )
    many = card(Case(YEAR, report=IN, claims=ClaimCount(4, 1, (), 3, 0, (seen,) * 3)))
    assert many.examined_words.endswith("；另有1句。")
    assert many.examined_words in list(many.lines())


def test_numbers_are_counted_as_on_the_page_of_the_report_and_deeds_apart() -> None:
    told = card(Case(YEAR, report=IN, claims=ClaimCount(1, 2, deeds=3, deeds_supported=1)))
    assert told.claim_words == (
        "报告写到数字3处：1处和台账相符，2处没有台账。说做了、没写数字的3句：1处和台账相符，2处没有台账。"
    )
    deeds = card(Case(YEAR, report=IN, claims=ClaimCount(deeds=1)))
    assert deeds.claim_words == "说做了、没写数字的1句：1处没有台账。"


def test_a_sentence_that_disagrees_and_was_examined_is_quoted_once_with_both() -> None:
    seen = ExaminedClaim("按期开展三会一课。", "看了纸质记录。")
    wrong = ContradictedClaim("按期开展三会一课", "是党员大会，按季5/6", "台账 党员大会", examined=seen)
    told = card(Case(YEAR, report=IN, claims=ClaimCount(contradicted=(wrong,), examined=(seen,))))
    assert told.contradiction_words == (
        "不符的：写“按期开展三会一课”，台账是党员大会，按季5/6；审核人看过材料，核实了：看了纸质记录。"
    )
    assert told.examined_words == ""
    denied = replace(seen, note="只有2次", is_verified=False)
    both = ClaimCount(contradicted=(replace(wrong, examined=denied),), examined=(denied,))
    assert card(Case(YEAR, report=IN, claims=both)).contradiction_words.endswith(
        "；审核人看过材料，也不符：只有2次。"
    )
