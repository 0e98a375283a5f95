import json
from fractions import Fraction
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django_scopes import scope, scopes_disabled

from pingyi.core.errors import Forbidden, Missing, Refused
from pingyi.core.models import Event
from pingyi.review.appraisal.domain.appraise import appraise_document
from pingyi.review.appraisal.domain.kept import file_fingerprint, input_file
from pingyi.review.appraisal.models import AppraisalSnapshot
from pingyi.review.appraisal.queries.marks import Marks
from pingyi.review.appraisal.queries.results import by_score, results_of
from pingyi.review.appraisal.queries.snapshots import find_snapshot, snapshots_of
from pingyi.review.appraisal.services import enter_marks, take_snapshots
from pingyi.review.ballots.models import Box, Voting
from tests.factories.results import FAIR, GOOD, POOR, make_review
from tests.factories.world import NOW, make_actor, make_institution, make_voter_class

pytestmark = pytest.mark.django_db


def refused_code(act: Any) -> str:
    with pytest.raises(Refused) as refusal:
        act()
    return refusal.value.code


def test_input_rules_and_answer_are_kept_together() -> None:
    review = make_review(GOOD, FAIR)
    kept = review.take()
    first, second = review.reporters
    counts = {"issued": 9, "average": 0, "poor": 0, "unknown": 0, "blank": 0}
    assert kept.sequence == 1
    assert kept.input["rules"]["categories"] == [{"id": "A", "weight": "0.6"}, {"id": "B", "weight": "0.4"}]
    assert [one["id"] for one in kept.input["reporters"]] == [str(first.pk), str(second.pk)]
    assert kept.input["reporters"][0]["ballots"]["A"] == {**counts, "good": 8, "fairly_good": 1}
    assert kept.output == appraise_document(json.loads(input_file(kept.input)))
    assert kept.input_fingerprint == file_fingerprint(input_file(kept.input))
    event = Event.objects.get(verb="snapshot.taken")
    assert event.payload.body["input"] == kept.input_fingerprint


def test_before_the_count_nothing_is_calculated() -> None:
    review = make_review(is_counted=False)
    assert refused_code(review.take) == "snapshot.not_counted"
    with scope(institution=review.institution):
        assert (
            refused_code(lambda: take_snapshots(actor=review.counter, now=NOW, cycle=review.cycle))
            == "snapshot.not_counted"
        )
    with scopes_disabled():
        assert not AppraisalSnapshot.objects.exists()


def test_a_voting_that_is_only_closed_is_not_calculated() -> None:
    review = make_review()
    with scopes_disabled():
        Voting.objects.update(state="closed", counted_at=None, counted_by=None)
    assert refused_code(review.take) == "snapshot.not_counted"


def test_calculating_again_gives_the_same_snapshot() -> None:
    review = make_review()
    assert review.take().pk == review.take(review.leader).pk
    with scope(institution=review.institution):
        again = take_snapshots(actor=review.scrutineer, now=NOW, cycle=review.cycle)
    assert [one.sequence for one in again] == [1]
    assert Event.objects.filter(verb="snapshot.taken").count() == 1


def test_another_input_gets_the_next_number_and_the_earlier_one_stays() -> None:
    review = make_review(settings={"composite_ballot": "4/5", "composite_daily": "1/5"})
    marks = {one.pk: Marks(daily=Fraction(90)) for one in review.reporters}
    with scope(institution=review.institution):
        enter_marks(actor=review.counter, now=NOW, cycle=review.cycle, marks=marks)
    review.take()
    changed = {review.reporters[0].pk: Marks(daily=Fraction("92.5"))}
    with scope(institution=review.institution):
        assert enter_marks(actor=review.leader, now=NOW, cycle=review.cycle, marks=changed) == 1
        assert enter_marks(actor=review.leader, now=NOW, cycle=review.cycle, marks=changed) == 0
    second = review.take()
    assert second.sequence == 2
    assert second.input["reporters"][0]["daily"] == "92.5"
    with scope(institution=review.institution):
        assert [one.sequence for one in snapshots_of(review.meeting)] == [2, 1]


def test_marks_that_the_rules_need_are_asked_for() -> None:
    review = make_review(settings={"composite_ballot": "4/5", "composite_daily": "1/5"})
    with pytest.raises(Refused, match="日常考核还差2位") as refusal:
        review.take()
    assert refusal.value.code == "marks.missing"


def test_marks_are_refused_where_the_rules_do_not_need_them_or_for_strangers() -> None:
    review, other = (
        make_review(),
        make_review(settings={"composite_ballot": "0/1", "composite_leader": "1/1"}),
    )
    with scope(institution=review.institution):
        assert (
            refused_code(lambda: enter_marks(actor=review.counter, now=NOW, cycle=review.cycle, marks={}))
            == "marks.not_needed"
        )
    strangers = {review.reporters[0].pk: Marks(leader=Fraction(80))}
    with scope(institution=other.institution), pytest.raises(Missing):
        enter_marks(actor=other.counter, now=NOW, cycle=other.cycle, marks=strangers)
    with scope(institution=other.institution), pytest.raises(Forbidden):
        enter_marks(actor=other.clerk, now=NOW, cycle=other.cycle, marks={})


def test_the_clerk_does_not_calculate_and_nobody_from_elsewhere() -> None:
    review = make_review()
    with pytest.raises(Forbidden):
        review.take(review.clerk)
    stranger = make_actor(make_institution(), "leader")
    with pytest.raises(Forbidden):
        review.take(stranger)


def test_the_database_itself_refuses_to_change_what_was_kept() -> None:
    make_review().take()
    with scopes_disabled():
        rows = AppraisalSnapshot.objects.all()
        with transaction.atomic(), pytest.raises(DatabaseError, match="append-only"):
            rows.update(output={})
        with transaction.atomic(), pytest.raises(DatabaseError, match="append-only"):
            rows.delete()


def test_a_class_left_unopened_passes_its_weight_on_and_says_why() -> None:
    review = make_review()
    with scopes_disabled():
        box = Box.objects.get(voter_class__code="B")
        box.small_decision, box.small_reason = Box.SmallDecision.UNOPENED, "只收回3张"
        box.small_decided_at, box.small_decided_by_id = NOW, review.scrutineer.account_id
        box.save()
    kept = review.take()
    assert kept.input["reporters"][0]["ballots"]["B"] == dict.fromkeys(
        ["issued", "good", "fairly_good", "average", "poor", "unknown", "blank"], 0
    )
    with scope(institution=review.institution):
        results = results_of(kept)
    assert [one.unopened_reason for one in results.classes] == ["", "只收回3张"]
    assert results.rows[0].result is not None
    assert results.rows[0].result.score == Fraction(880, 9)


def test_where_the_rules_give_no_score_that_is_the_answer() -> None:
    empty = {"A": GOOD["A"], "B": {"unknown": 6}}
    review = make_review(empty, settings={"empty_category": "fail", "has_unknown_option": True})
    kept = review.take()
    assert kept.output["error"]["path"] == "reporters[0].ballots.B"
    with scope(institution=review.institution):
        results = results_of(kept)
    assert results.appraisal is None
    assert results.rows[0].result is None
    assert results.rows[0].total.unknown == 6


def test_weights_that_do_not_add_up_are_refused_and_nothing_is_kept() -> None:
    review = make_review()
    with scopes_disabled():
        extra = make_voter_class(review.meeting, "C", 6, order=3)
        Box.objects.create(institution=review.institution, voting=Voting.objects.get(), voter_class=extra)
    assert refused_code(review.take) == "appraisal.input"


def test_results_stand_by_score_with_their_ballots_and_who_was_not_voted_on_last() -> None:
    review = make_review(POOR, GOOD, FAIR, written=1)
    kept = review.take()
    with scope(institution=review.institution):
        results = results_of(kept)
    order = [review.reporters.index(row.reporter) for row in by_score(results.rows)]
    assert order == [1, 2, 0, 3]
    last = results.rows[3]
    assert (last.given, last.result, last.proposed, last.bar) == (None, None, None, (0, 0, 0, 0, 0))
    assert results.rows[1].bar == (13, 2, 0, 0, 0)
    assert [(one.code, one.issued, one.returned) for one in results.classes] == [("A", 9, 9), ("B", 6, 6)]
    assert results.empty_classes == []


def test_a_snapshot_of_another_review_is_not_found() -> None:
    kept, other = make_review().take(), make_review()
    with scope(institution=other.institution), pytest.raises(Missing):
        find_snapshot(other.cycle, kept.pk)


@pytest.mark.parametrize("count", [1, 3])
def test_reading_results_costs_the_same_for_one_person_and_for_three(
    count: int, django_assert_num_queries: Any
) -> None:
    review = make_review(*[GOOD] * count)
    kept = review.take()
    with scope(institution=review.institution):
        kept = find_snapshot(review.cycle, kept.pk)
        with django_assert_num_queries(3):
            assert len(results_of(kept).rows) == count
