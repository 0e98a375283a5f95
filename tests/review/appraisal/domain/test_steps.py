from fractions import Fraction
from typing import Any

from hypothesis import HealthCheck, given, settings

from pingyi.review.appraisal.domain.appraise import appraise
from pingyi.review.appraisal.domain.parse import parse
from pingyi.review.appraisal.domain.steps import class_steps, part_steps
from tests.review.appraisal.domain.documents import counts, document, reporter
from tests.review.appraisal.domain.strategies import documents

SOME = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@SOME
@given(documents())
def test_the_steps_add_up_to_the_score(written: dict[str, Any]) -> None:
    rules, reporters = parse(written)
    for one, found in zip(reporters, appraise(rules, reporters).reporters, strict=True):
        classes = class_steps(rules, one, found)
        if found.ballot_score is not None:
            assert sum(step.part or 0 for step in classes) == found.ballot_score
        parts = part_steps(rules, one, found)
        if found.score is not None:
            assert sum(step.part or 0 for step in parts) == found.score
        assert all(step.weight for step in parts)


def test_an_empty_class_passes_its_weight_on() -> None:
    rules, reporters = parse(document(reporter(A=counts(1, 1))))
    first, second = class_steps(rules, reporters[0], appraise(rules, reporters).reporters[0])
    assert (first.earned, first.divisor, first.score) == (180, 2, 90)
    assert (first.weight, first.share, first.part) == (Fraction("0.6"), 1, 90)
    assert (second.divisor, second.score, second.share, second.part) == (0, None, None, None)


def test_without_any_ballot_there_is_no_share_and_no_part() -> None:
    rules, reporters = parse(document(reporter()))
    found = appraise(rules, reporters).reporters[0]
    assert [step.share for step in class_steps(rules, reporters[0], found)] == [None, None]
    assert [step.part for step in part_steps(rules, reporters[0], found)] == [None]


def test_parts_without_weight_are_no_steps() -> None:
    written = document(
        {**reporter(A=counts(2)), "daily": "80"}, composite={"ballot": "0.2", "daily": "0.8", "leader": "0"}
    )
    rules, reporters = parse(written)
    steps = part_steps(rules, reporters[0], appraise(rules, reporters).reporters[0])
    assert [(step.name, step.mark, step.part) for step in steps] == [("ballot", 100, 20), ("daily", 80, 64)]


def test_a_class_whose_weight_is_nothing_takes_no_part() -> None:
    written = document(
        reporter(B=counts(2)), categories=[{"id": "A", "weight": "1"}, {"id": "B", "weight": "0"}]
    )
    rules, reporters = parse(written)
    _, second = class_steps(rules, reporters[0], appraise(rules, reporters).reporters[0])
    assert (second.score, second.share, second.part) == (100, None, None)
