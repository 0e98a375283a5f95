import pytest
from hypothesis import given
from hypothesis import strategies as st

from pingyi.review.cycles.domain.merges import (
    MergeFault,
    SizedClass,
    merge_fault,
    merge_proposal,
    needless_merges,
    small_classes,
    standing_size,
)

A = SizedClass("A", 1, 11)
B = SizedClass("B", 2, 3)
C = SizedClass("C", 3, 4)
EMPTY = SizedClass("D", 4, 0)
B_IN_A = SizedClass("B", 2, 3, merged_into="A")


def test_the_size_of_a_class_includes_those_merged_into_it() -> None:
    assert standing_size([A, B_IN_A, C], "A") == 14
    assert standing_size([A, B_IN_A, C], "B") == 0


def test_small_are_those_with_voters_but_too_few() -> None:
    assert small_classes([EMPTY, C, B, A], 5) == [B, C]
    assert small_classes([A, B_IN_A], 5) == []


@pytest.mark.parametrize(
    ("classes", "code", "into", "fault"),
    [
        ([A, B], "B", "A", None),
        ([A, B], "B", "B", MergeFault.SAME_CLASS),
        ([A, B_IN_A, C], "B", "C", MergeFault.ALREADY_MERGED),
        ([A, B_IN_A, C], "C", "B", MergeFault.TARGET_MERGED),
        ([SizedClass("A", 1, 2), B_IN_A, C], "A", "C", MergeFault.HOSTS_OTHERS),
        ([A, EMPTY], "D", "A", MergeFault.EMPTY),
        ([A, B], "A", "B", MergeFault.LARGE_ENOUGH),
    ],
)
def test_only_a_small_standing_class_may_be_merged_into_a_standing_one(
    classes: list[SizedClass], code: str, into: str, fault: MergeFault | None
) -> None:
    assert merge_fault(classes, code, into, threshold=5) == fault


def test_the_nearest_class_that_makes_enough_is_proposed() -> None:
    assert merge_proposal([A, B, C], "B", 5) == "A"
    assert merge_proposal([A, SizedClass("B", 2, 1), C], "C", 5) == "B"


def test_without_enough_anywhere_the_largest_is_proposed() -> None:
    assert (
        merge_proposal([SizedClass("A", 1, 1), SizedClass("B", 2, 2), SizedClass("C", 3, 1)], "C", 9) == "B"
    )


def test_a_class_alone_has_nowhere_to_go() -> None:
    assert merge_proposal([B, EMPTY], "B", 5) is None


def test_a_merged_class_that_grew_need_not_be_merged() -> None:
    grown = SizedClass("B", 2, 6, merged_into="A")
    assert needless_merges([A, grown, B_IN_A], 5) == [grown]


@given(st.lists(st.integers(0, 12), min_size=2, max_size=8), st.integers(2, 6))
def test_a_proposal_is_never_refused(sizes: list[int], threshold: int) -> None:
    classes = [SizedClass(chr(65 + place), place, size) for place, size in enumerate(sizes)]
    for small in small_classes(classes, threshold):
        into = merge_proposal(classes, small.code, threshold)
        assert into is None or merge_fault(classes, small.code, into, threshold) is None
