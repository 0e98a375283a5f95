"""Two people press at the same moment: real threads, real transactions, on both databases."""

import pytest
from django_scopes import scopes_disabled

from pingyi.review.appraisal.domain.deciding import Choice
from pingyi.review.appraisal.domain.opinion import Opinion
from pingyi.review.appraisal.models import (
    AppraisalSnapshot,
    ComprehensiveOpinion,
    FeedbackLetter,
    GradeDecision,
)
from pingyi.review.appraisal.services import issue_letters
from tests.at_once import both_at_once
from tests.factories.results import GOOD, LATER, make_review

pytestmark = pytest.mark.django_db(transaction=True)


def test_two_who_calculate_at_once_get_one_snapshot() -> None:
    review = make_review()
    ends = both_at_once(
        review.institution, lambda: review.take(review.counter), lambda: review.take(review.leader)
    )
    assert ends == ["done", "done"]
    with scopes_disabled():
        assert AppraisalSnapshot.objects.count() == 1


def test_two_sheets_with_different_grades_leave_one_decision() -> None:
    review = make_review(GOOD)
    review.take()
    ends = both_at_once(
        review.institution,
        lambda: review.decide({0: Choice("good")}),
        lambda: review.decide({0: Choice("average", "另有考虑")}),
    )
    assert ends == ["done", "grade.faults"]
    with scopes_disabled():
        assert GradeDecision.objects.count() == 1


def test_the_same_sheet_sent_twice_at_once_is_recorded_once() -> None:
    review = make_review(GOOD)
    review.take()
    send = lambda: review.decide({0: Choice("good")})  # noqa: E731
    assert both_at_once(review.institution, send, send) == ["done", "done"]
    with scopes_disabled():
        assert GradeDecision.objects.count() == 1


def test_two_clerks_who_write_at_once_do_not_lose_words() -> None:
    review = make_review(GOOD)
    ends = both_at_once(
        review.institution,
        lambda: review.write(opinion=Opinion("一位写的。")),
        lambda: review.write(opinion=Opinion("另一位写的。")),
    )
    assert ends == ["done", "opinion.changed_meanwhile"]
    with scopes_disabled():
        assert ComprehensiveOpinion.objects.get().version == 1


def test_letters_given_out_twice_at_once_are_given_out_once() -> None:
    review = make_review(GOOD)
    review.take()
    review.decide({0: Choice("good")})
    review.write()
    review.confirm()

    def issue() -> object:
        return issue_letters(actor=review.clerk, now=LATER, cycle=review.cycle)

    assert both_at_once(review.institution, issue, issue) == ["done", "letter.none_ready"]
    with scopes_disabled():
        assert FeedbackLetter.objects.count() == 1
