"""The share of a satisfaction poll, and when it may be told: compared with every truth that fits what was told."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import product

import pytest

from pingyi.review.appraisal.domain.satisfaction import (
    Withheld,
    percent_text,
    reasons_to_withhold,
    satisfaction,
)
from pingyi.review.ballots.domain.counts import Counts
from pingyi.review.cycles.domain.settings import Satisfied

THRESHOLD = 5
THREE_CLASSES = {
    "甲": Counts(issued=8, good=5, fairly_good=2, average=1),
    "乙": Counts(issued=14, good=9, fairly_good=1, average=1, poor=1, unknown=1, blank=1),
    "丙": Counts(issued=20, good=14, fairly_good=3, average=2, poor=1),
}


def test_satisfied_are_the_two_best_answers_out_of_the_valid_ballots_of_all_classes() -> None:
    found = satisfaction(THREE_CLASSES, rule=Satisfied.BEST_TWO, threshold=THRESHOLD)
    assert (found.satisfied, found.valid, found.share) == (34, 40, Fraction(17, 20))
    assert found.withheld == ()


def test_by_the_other_rule_only_the_best_answer_counts() -> None:
    found = satisfaction(THREE_CLASSES, rule=Satisfied.BEST, threshold=THRESHOLD)
    assert (found.satisfied, found.share) == (28, Fraction(28, 40))


def test_without_a_valid_ballot_there_is_no_share() -> None:
    found = satisfaction({"甲": Counts(issued=6, unknown=6)}, rule=Satisfied.BEST_TWO, threshold=THRESHOLD)
    assert (found.share, found.withheld) == (None, (Withheld.NO_VOTES,))
    assert percent_text(found.satisfied, found.valid) == ""


@pytest.mark.parametrize(
    ("satisfied", "valid", "words"),
    [(34, 40, "85.0%"), (1, 3, "33.3%"), (2, 3, "66.7%"), (1, 16, "6.3%"), (0, 7, "0.0%"), (7, 7, "100.0%")],
)
def test_people_read_a_tenth_of_a_percent_rounded_half_up(satisfied: int, valid: int, words: str) -> None:
    assert percent_text(satisfied, valid) == words


@pytest.mark.parametrize(
    ("valid", "satisfied", "reasons"),
    [
        ({"甲": 6, "乙": 6}, 11, ()),
        ({"甲": 6}, 6, ()),
        ({"甲": 6}, 0, (Withheld.UNANIMOUS,)),
        ({"甲": 4}, 3, (Withheld.SMALL, Withheld.DISSENT)),
        ({"甲": 6, "乙": 2}, 8, (Withheld.SMALL,)),
        ({"甲": 6, "乙": 2}, 1, (Withheld.DISSENT,)),
        ({"甲": 2, "乙": 2}, 3, (Withheld.SMALL,)),
        ({"甲": 6, "乙": 0}, 5, ()),
        ({}, 0, (Withheld.NO_VOTES,)),
    ],
)
def test_what_gives_single_voters_away_is_withheld(
    valid: dict[str, int], satisfied: int, reasons: tuple[Withheld, ...]
) -> None:
    assert reasons_to_withhold(valid, satisfied, THRESHOLD) == reasons


def test_the_reasons_are_those_of_all_truths_that_fit() -> None:
    """Up to three classes of up to six ballots, every possible number of satisfied ones."""
    for sizes in product(range(7), repeat=3):
        valid = dict(zip("甲乙丙", sizes, strict=True))
        for satisfied in range(sum(sizes) + 1):
            told = set(reasons_to_withhold(valid, satisfied, THRESHOLD))
            if 0 < sum(sizes) < THRESHOLD:
                assert Withheld.SMALL in told
            elif sum(sizes):
                assert told == _from_all_truths(sizes, satisfied), (sizes, satisfied)


def _from_all_truths(sizes: tuple[int, ...], satisfied: int) -> set[Withheld]:
    truths = list(_truths(sizes, satisfied))
    found = set()
    for place, size in enumerate(sizes):
        seen = {truth[place] for truth in truths}
        if size and len(seen) == 1 and size < THRESHOLD:
            found.add(Withheld.SMALL)
        if size >= THRESHOLD and seen == {0}:
            found.add(Withheld.UNANIMOUS)
        if 0 < size < THRESHOLD and max(seen) < size:
            found.add(Withheld.DISSENT)
    return found


def _truths(sizes: tuple[int, ...], satisfied: int) -> Iterator[tuple[int, ...]]:
    """Every way in which so many satisfied voters can be spread over the classes."""
    return (one for one in product(*(range(size + 1) for size in sizes)) if sum(one) == satisfied)
