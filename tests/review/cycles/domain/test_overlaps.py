from hypothesis import given
from hypothesis import strategies as st

from pingyi.review.cycles.domain.overlaps import Listing, counting, overlapping


def test_on_two_lists_the_first_class_counts() -> None:
    assert counting([Listing(1, 7, class_order=2), Listing(2, 7, class_order=1)]) == {2}


def test_a_decision_wins_over_the_order_of_classes() -> None:
    assert counting([Listing(1, 7, 1), Listing(2, 7, 2, is_decided=True)]) == {2}


def test_only_people_on_several_lists_overlap() -> None:
    both = [Listing(3, 7, 2), Listing(1, 7, 1)]
    assert overlapping([*both, Listing(2, 8, 1)]) == {7: [Listing(1, 7, 1), Listing(3, 7, 2)]}


@given(st.lists(st.tuples(st.integers(1, 5), st.integers(1, 4), st.booleans())))
def test_everybody_counts_exactly_once(rows: list[tuple[int, int, bool]]) -> None:
    listings = [
        Listing(number, person, order, decided) for number, (person, order, decided) in enumerate(rows)
    ]
    votes = counting(listings)
    chosen = [one for one in listings if one.id in votes]
    assert sorted(one.person_id for one in chosen) == sorted({one.person_id for one in listings})
    for one in chosen:
        rivals = [
            other
            for other in listings
            if other.person_id == one.person_id and other.is_decided == one.is_decided
        ]
        assert one.is_decided or not any(
            other.is_decided for other in listings if other.person_id == one.person_id
        )
        assert one.class_order == min(other.class_order for other in rivals)
