"""Counts of one reporter in one voter class."""

import pytest

from pingyi.review.ballots.domain.counts import Counts, ImpossibleCounts


def test_valid_ballots_gave_a_grade_and_returned_ones_came_back() -> None:
    found = Counts(issued=99, good=1, fairly_good=2, average=4, poor=8, unknown=16, blank=32)
    assert (found.valid, found.returned) == (15, 63)


def test_nothing_is_counted_by_default() -> None:
    assert Counts() == Counts(issued=0, good=0, fairly_good=0, average=0, poor=0, unknown=0, blank=0)


@pytest.mark.parametrize("field", ["issued", "good", "fairly_good", "average", "poor", "unknown", "blank"])
def test_a_negative_count_cannot_be(field: str) -> None:
    with pytest.raises(ImpossibleCounts) as caught:
        Counts(**{"issued": 10, field: -1})
    assert (caught.value.field, caught.value.code) == (field, "counts.negative")
    assert caught.value.message == "票数不能是负数。请核对这一栏。"


@pytest.mark.parametrize("field", ["good", "fairly_good", "average", "poor", "unknown", "blank"])
def test_more_ballots_than_were_issued_cannot_be(field: str) -> None:
    assert Counts(**{"issued": 3, field: 3}).returned == 3
    with pytest.raises(ImpossibleCounts) as caught:
        Counts(**{"issued": 3, field: 4})
    assert (caught.value.field, caught.value.code) == (None, "counts.more_than_issued")
    assert caught.value.message == "六栏合计 4 张，多于发出的 3 张。请核对发出数和各栏票数。"
