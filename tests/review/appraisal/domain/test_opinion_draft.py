from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from pingyi.review.appraisal.domain.opinion import Opinion
from pingyi.review.appraisal.domain.opinion_draft import (
    Grounds,
    Listed,
    Source,
    as_draft,
    draft_lines,
    grade_in,
    sourced,
)
from pingyi.review.appraisal.domain.statement import LONGEST, statement_fault

SAID = (
    ("strength", "换届全部完成。"),
    ("problem", "记录不全。"),
    ("unsorted", "再说一句。"),
    ("requirement", "一周内补齐。"),
)
NOTHING = Grounds("2025年度述职评议会", date(2026, 1, 16), is_voted_on=True)
ALL = replace(
    NOTHING,
    grade="好",
    deciding_meeting="校党委会第3次会议",
    decided_on=date(2026, 1, 19),
    daily_grade="较好",
)
BANDS = (("good", Fraction(90)), ("fairly_good", Fraction(75)), ("average", Fraction(60)))


def test_every_line_of_the_draft_names_its_record() -> None:
    lines = draft_lines(SAID, ALL)
    assert [(line.part, line.source, line.number) for line in lines] == [
        ("strengths", Source.COMMENT, 1),
        ("problems", Source.COMMENT, 2),
        ("direction", Source.COMMENT, 4),
        ("grounds", Source.COMMENT, None),
        ("grounds", Source.BALLOT, None),
        ("grounds", Source.DAILY, None),
    ]
    assert as_draft(lines, ("再说一句。",)) == Opinion(
        "换届全部完成。",
        "记录不全。",
        "一周内补齐。",
        ("再说一句。",),
        "2026年1月16日2025年度述职评议会上的点评，共4句。\n"
        "2026年1月16日的民主测评；2026年1月19日校党委会第3次会议研究评定等次为“好”。\n"
        "日常考核的分数在“较好”这一档。",
    )


def test_problems_that_others_named_stand_behind_the_comments_own_each_once() -> None:
    listed = (
        Listed(3, "支部换届逾期。", Source.REMARK),
        Listed(4, "记录不全。", Source.INSPECTION),
        Listed(5, "台账没有更新。", Source.INSPECTION),
    )
    problems = [line for line in draft_lines(SAID, NOTHING, listed) if line.part == "problems"]
    assert [(line.text, line.source, line.number) for line in problems] == [
        ("记录不全。", Source.COMMENT, 2),
        ("支部换届逾期。", Source.REMARK, 3),
        ("台账没有更新。", Source.INSPECTION, 5),
    ]


def test_where_a_record_says_nothing_the_draft_says_nothing() -> None:
    assert draft_lines((), NOTHING) == ()


def test_a_grade_without_a_ballot_is_the_committees_alone() -> None:
    (line,) = draft_lines((), replace(ALL, is_voted_on=False, daily_grade=""))
    assert line.source is Source.COMMITTEE
    assert "测评" not in line.text


def test_a_line_that_no_record_has_is_by_hand() -> None:
    lines = draft_lines(SAID, ALL)
    changed = Opinion("换届全部完成。\n抓得也实。", "换届全部完成。")
    assert [(line.text, line.source) for line in sourced(changed, lines)] == [
        ("换届全部完成。", Source.COMMENT),
        ("抓得也实。", Source.HAND),
        ("换届全部完成。", Source.HAND),
    ]


@pytest.mark.parametrize(
    ("mark", "grade"),
    [
        (None, ""),
        (Fraction(59), ""),
        (Fraction(75), "fairly_good"),
        (Fraction(1799, 20), "fairly_good"),
        (Fraction(90), "good"),
    ],
)
def test_the_mark_of_the_daily_assessment_becomes_the_word_of_its_band(
    mark: Fraction | None, grade: str
) -> None:
    assert grade_in(mark, BANDS) == grade


@pytest.mark.parametrize(
    ("agrees", "text", "field"),
    [
        (None, "同意", "agrees"),
        (False, "", "text"),
        (True, "长" * (LONGEST + 1), "text"),
        (True, "", ""),
        (False, "有一处不符。", ""),
    ],
)
def test_a_statement_agrees_or_says_what_not(agrees: bool | None, text: str, field: str) -> None:
    assert statement_fault(agrees=agrees, text=text) == field
