from hypothesis import given
from hypothesis import strategies as st

from pingyi.review.cycles.domain.codes import next_code
from pingyi.review.cycles.domain.ordering import Place, agenda_order, moved, typed_twice


def test_on_site_come_first_by_typed_number_then_the_written_as_they_were() -> None:
    places = [Place(1, False, 1), Place(2, True, 5, typed=2), Place(3, True, 4, typed=1), Place(4, False, 2)]
    assert agenda_order(places) == [3, 2, 1, 4]


def test_without_a_number_somebody_on_site_speaks_after_the_numbered() -> None:
    assert agenda_order([Place(1, True, 1), Place(2, True, 2, typed=1)]) == [2, 1]


def test_a_speaking_number_given_twice_is_named() -> None:
    places = [Place(1, True, 1, 3), Place(2, True, 2, 3), Place(3, False, 3, 3), Place(4, True, 4)]
    assert typed_twice(places) == {3: [1, 2]}


def test_moving_stops_at_either_end() -> None:
    assert moved([1, 2, 3], 1, -1) == [1, 2, 3]
    assert moved([1, 2, 3], 1, 1) == [2, 1, 3]
    assert moved([1, 2, 3], 3, 1) == [1, 2, 3]


@given(st.permutations(range(6)), st.integers(0, 5), st.integers(-9, 9))
def test_moving_loses_nobody(ids: list[int], one: int, step: int) -> None:
    assert sorted(moved(ids, one, step)) == list(range(6))
    assert [other for other in moved(ids, one, step) if other != one] == [
        other for other in ids if other != one
    ]


def test_class_codes_go_on_after_z() -> None:
    assert next_code([]) == "A"
    assert next_code(["A", "C"]) == "B"
    assert next_code([chr(65 + place) for place in range(26)]) == "AA"
