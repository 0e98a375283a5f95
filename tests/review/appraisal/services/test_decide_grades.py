from datetime import date, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, IntegrityError, transaction
from django_scopes import scope, scopes_disabled

from pingyi.core.errors import Forbidden, Refused
from pingyi.core.models import Event
from pingyi.review.appraisal.domain.deciding import Choice
from pingyi.review.appraisal.models import GradeDecision
from pingyi.review.appraisal.queries.decisions import decisions_of, latest_decisions
from pingyi.review.appraisal.services import Decided, decide_grade
from pingyi.review.cycles.models import Reporter
from pingyi.review.cycles.services import SeveralFaults
from tests.factories.results import BODY, DECIDED_ON, FAIR, GOOD, LATER, Review, make_review

pytestmark = pytest.mark.django_db


def decide_one(review: Review, place: int, choice: Choice, **fields: Any) -> Decided:
    with scope(institution=review.institution):
        return decide_grade(
            **{
                "actor": review.leader,
                "now": LATER,
                "reporter": Reporter.objects.get(pk=review.reporters[place].pk),
                "deciding_meeting": BODY,
                "decided_on": DECIDED_ON,
                "choice": choice,
                **fields,
            }
        )


def decided(review: Review) -> dict[int, str]:
    """Grades in force by place."""
    with scope(institution=review.institution):
        found = latest_decisions(review.cycle)
    return {review.reporters.index(row.reporter): row.decided_grade for row in found.values()}


def faults(act: Any) -> dict[str, str]:
    with pytest.raises(SeveralFaults) as refusal:
        act()
    return refusal.value.faults


def test_a_sitting_decides_all_as_proposed() -> None:
    review = make_review(GOOD, FAIR)
    kept = review.take()
    done = review.decide({0: Choice("good"), 1: Choice("fairly_good")})
    assert decided(review) == {0: "good", 1: "fairly_good"}
    first = done.decisions[0]
    assert (first.proposed_grade, first.deciding_meeting, first.decided_on, first.reason) == (
        "good",
        BODY,
        DECIDED_ON,
        "",
    )
    assert (first.snapshot_id, first.sequence, first.recorded_by_id) == (kept.pk, 1, review.leader.account_id)
    assert Event.objects.filter(verb="grade.decided").count() == 2


def test_another_grade_than_the_proposed_one_needs_a_reason_at_its_field() -> None:
    review = make_review(GOOD, FAIR)
    review.take()
    found = faults(lambda: review.decide({0: Choice("average"), 1: Choice("fairly_good")}))
    assert list(found) == [f"reason-{review.reporters[0].pk}"]
    assert decided(review) == {}
    review.decide({0: Choice("average", "年内受过处分")})
    assert decided(review) == {0: "average"}


def test_the_database_knows_that_another_grade_needs_a_reason() -> None:
    review = make_review()
    review.take()
    row = review.decide({0: Choice("good")}).decisions[0]
    row.pk, row.sequence, row.decided_grade = None, 2, "poor"
    with scopes_disabled(), transaction.atomic(), pytest.raises(IntegrityError):
        row.save()


def test_before_the_calculation_nobody_is_decided_upon() -> None:
    review = make_review()
    found = faults(lambda: review.decide({0: Choice("good", "x")}))
    assert "先算分" in found[f"grade-{review.reporters[0].pk}"]


def test_meeting_and_day_are_checked_together_with_the_grades() -> None:
    review = make_review()
    review.take()
    pk = review.reporters[0].pk
    found = faults(
        lambda: review.decide(
            {0: Choice("excellent")}, deciding_meeting=" ", decided_on=LATER.date() + timedelta(days=1)
        )
    )
    assert set(found) == {"meeting", "decided_on", f"grade-{pk}"}
    early = faults(lambda: review.decide({0: Choice("good")}, decided_on=date(2026, 1, 15)))
    assert "述职评议会以前" in early["decided_on"]
    long = faults(lambda: review.decide({0: Choice("good")}, deciding_meeting="会" * 121))
    assert list(long) == ["meeting"]


def test_nobody_chosen_or_somebody_from_elsewhere_is_refused() -> None:
    review, other = make_review(), make_review()
    review.take()
    with pytest.raises(Refused, match="还没有选等次"):
        review.decide({})
    with pytest.raises(Refused, match="还没有选等次"):
        review.decide({}, choices={other.reporters[0].pk: Choice("good")})


def test_sending_the_same_again_changes_nothing() -> None:
    review = make_review()
    review.take()
    review.decide({0: Choice("good")})
    again = review.decide({0: Choice("good"), 1: Choice("fairly_good")})
    assert [row.reporter for row in again.decisions] == [review.reporters[1]]
    assert decide_one(review, 0, Choice("good")).decisions == ()
    assert Event.objects.filter(verb="grade.decided").count() == 2


def test_a_second_sheet_never_writes_over_the_first() -> None:
    review = make_review()
    review.take()
    review.decide({0: Choice("good")})
    found = faults(lambda: review.decide({0: Choice("poor", "另有考虑"), 1: Choice("fairly_good")}))
    assert "已经由组织科 林记为“好”" in found[f"grade-{review.reporters[0].pk}"]
    assert decided(review) == {0: "good"}


def test_a_correction_says_why_and_keeps_what_was_decided() -> None:
    review = make_review()
    review.take()
    review.decide({0: Choice("good")})
    change = Choice("fairly_good", "巡察指出的问题没有整改")
    assert list(faults(lambda: decide_one(review, 0, change, seen=1))) == ["correction"]
    decide_one(review, 0, change, seen=1, correction_note="复议")
    assert decided(review) == {0: "fairly_good"}
    with scope(institution=review.institution):
        history = decisions_of(review.reporters[0])
    assert [(row.sequence, row.decided_grade, row.correction_note) for row in history] == [
        (2, "fairly_good", "复议"),
        (1, "good", ""),
    ]
    assert Event.objects.filter(verb="grade.corrected").count() == 1


def test_two_leaders_who_correct_at_once_do_not_overwrite_each_other() -> None:
    review = make_review()
    review.take()
    review.decide({0: Choice("good")})
    decide_one(review, 0, Choice("average", "复议"), seen=1, correction_note="复议")
    with pytest.raises(Refused) as refusal:
        decide_one(review, 0, Choice("poor", "复议"), seen=1, correction_note="复议")
    assert refusal.value.code == "grade.changed_meanwhile"
    assert decided(review) == {0: "average"}


def test_one_person_is_decided_alone() -> None:
    review = make_review()
    review.take()
    assert list(faults(lambda: decide_one(review, 1, Choice("good")))) == ["reason"]
    assert list(faults(lambda: decide_one(review, 1, Choice("")))) == ["grade"]
    done = decide_one(review, 1, Choice("good", "重点任务完成突出"))
    assert done.cap.decided_good == 1


def test_who_was_not_voted_on_may_get_a_grade_with_its_reason() -> None:
    review = make_review(GOOD, written=1)
    review.take()
    found = faults(lambda: review.decide({1: Choice("good")}))
    assert "没有建议等次" in found[f"reason-{review.reporters[1].pk}"]
    done = review.decide({1: Choice("good", "未参加测评，按平时考核")})
    assert (done.decisions[0].proposed_grade, done.cap.people) == ("", 2)


def test_too_many_first_grades_are_a_warning_and_no_refusal() -> None:
    review = make_review(GOOD, GOOD)
    review.take()
    cap = review.decide({0: Choice("good"), 1: Choice("good")}).cap
    assert (cap.people, cap.max_good, cap.decided_good, cap.over, cap.undecided) == (2, 1, 2, 1, 0)
    assert decided(review) == {0: "good", 1: "good"}


def test_without_a_score_the_meeting_decides_with_its_reasons() -> None:
    review = make_review(
        {"A": GOOD["A"], "B": {"unknown": 6}}, settings={"empty_category": "fail", "has_unknown_option": True}
    )
    review.take()
    assert list(faults(lambda: review.decide({0: Choice("good")}))) == [f"reason-{review.reporters[0].pk}"]
    review.decide({0: Choice("good", "一类没有可计的票，由会议定")})
    assert decided(review) == {0: "good"}


@pytest.mark.parametrize("role", ["clerk", "counter", "scrutineer"])
def test_only_a_leader_records_decisions(role: str) -> None:
    review = make_review()
    review.take()
    with pytest.raises(Forbidden):
        review.decide({0: Choice("good")}, actor=getattr(review, role))
    assert decided(review) == {}


def test_the_database_itself_keeps_every_decision() -> None:
    review = make_review()
    review.take()
    review.decide({0: Choice("good")})
    with scopes_disabled():
        rows = GradeDecision.objects.all()
        with transaction.atomic(), pytest.raises(DatabaseError, match="append-only"):
            rows.update(decided_grade="poor", reason="x")
        with transaction.atomic(), pytest.raises(DatabaseError, match="append-only"):
            rows.delete()
