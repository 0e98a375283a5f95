from fractions import Fraction

import pytest

from pingyi.review.appraisal.domain.cap import cap_of
from pingyi.review.appraisal.domain.deciding import GRADES, Choice, is_grade, needs_reason
from pingyi.review.appraisal.domain.letter_state import Basis, LetterState, letter_state
from pingyi.review.appraisal.domain.opinion import Opinion, from_comment, tidy


@pytest.mark.parametrize(
    ("choice", "proposed", "needed"),
    [
        (Choice("good"), "good", False),
        (Choice("average"), "good", True),
        (Choice("average", "年内受过处分"), "good", False),
        (Choice("good"), None, True),
    ],
)
def test_another_grade_than_the_proposed_one_says_why(
    choice: Choice, proposed: str | None, needed: bool
) -> None:
    assert needs_reason(choice, proposed) is needed


def test_four_grades_can_be_decided_and_no_other() -> None:
    assert all(is_grade(grade) for grade in GRADES)
    assert not is_grade("unknown")
    assert Choice("good", " 一　 二\n").tidy() == Choice("good", "一 二")


def test_the_limit_counts_what_was_decided() -> None:
    cap = cap_of(people=34, share=Fraction(15, 100), proposed_good=31, decided=31, decided_good=26)
    assert (cap.max_good, cap.min_others, cap.undecided, cap.over, cap.open_good) == (28, 6, 3, 0, 2)
    full = cap_of(people=34, share=Fraction(15, 100), proposed_good=31, decided=34, decided_good=30)
    assert (full.over, full.open_good) == (2, 0)


def test_an_opinion_begins_with_every_sentence_word_for_word() -> None:
    said = [
        ("strength", "五个支部全部完成换届。"),
        ("problem", "会前协调记录不全。"),
        ("unsorted", "发展党员计划完成不到一半。"),
        ("problem", "批评意见偏少。"),
        ("requirement", "会后一周拿出清单。"),
    ]
    found = from_comment(said)
    assert found == Opinion(
        "五个支部全部完成换届。",
        "会前协调记录不全。\n批评意见偏少。",
        "会后一周拿出清单。",
        ("发展党员计划完成不到一半。",),
    )
    assert not found.is_empty
    assert from_comment([]).is_empty


def test_tidying_changes_no_word() -> None:
    assert tidy(" 一。 \r\n\r\n  二 三。\n") == "一。\n二 三。"


@pytest.mark.parametrize(
    ("present", "issued", "state"),
    [
        (Basis(None, None), None, LetterState.UNDECIDED),
        (Basis(None, 1), None, LetterState.UNDECIDED),
        (Basis(7, None), None, LetterState.UNWRITTEN),
        (Basis(7, 1), None, LetterState.READY),
        (Basis(None, 1), Basis(7, 1), LetterState.UNDECIDED),
        (Basis(7, 1), Basis(7, 1), LetterState.ISSUED),
        (Basis(7, 2), Basis(7, 1), LetterState.OUTDATED),
        (Basis(8, 1), Basis(7, 1), LetterState.OUTDATED),
    ],
)
def test_a_letter_follows_decision_and_opinion(
    present: Basis, issued: Basis | None, state: LetterState
) -> None:
    assert letter_state(present, issued) is state


@pytest.mark.parametrize(
    ("verdict", "state"),
    [(None, LetterState.UNCONFIRMED), (False, LetterState.GIVEN_BACK), (True, LetterState.READY)],
)
def test_a_letter_waits_for_the_word_of_the_leader(verdict: bool | None, state: LetterState) -> None:
    assert letter_state(Basis(7, 1), None, verdict) is state
