from pingyi.review.ballots.domain.counts import Counts, added_up


def test_counts_of_several_classes_are_added_column_by_column() -> None:
    first = Counts(issued=9, good=7, fairly_good=1, blank=1)
    second = Counts(issued=6, good=2, average=1, poor=1, unknown=2)
    assert added_up([first, second]) == Counts(
        issued=15, good=9, fairly_good=1, average=1, poor=1, unknown=2, blank=1
    )
    assert added_up([]) == Counts()
