import pytest
from hypothesis import given
from hypothesis import strategies as st

from pingyi.review.cycles.domain.fingerprint import canonical_text, fingerprint_of, spoken

documents = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


def test_the_order_of_keys_does_not_matter_and_chinese_stays_readable() -> None:
    assert canonical_text({"b": 1, "a": "票类"}) == '{"a":"票类","b":1}'
    assert fingerprint_of({"b": 1, "a": 2}) == fingerprint_of({"a": 2, "b": 1})


def test_a_known_plan_has_its_known_fingerprint() -> None:
    assert fingerprint_of({"a": "票类"}) == "eb1960498301f6046de646acb206499b51355a4604eebac341053b58aa5ef87a"


def test_it_is_read_aloud_in_four_groups_of_four() -> None:
    assert spoken("932cdfd983663936" + "0" * 48) == "932c dfd9 8366 3936"


def test_not_a_number_has_no_place_in_a_plan() -> None:
    with pytest.raises(ValueError, match="JSON"):
        canonical_text({"a": float("nan")})


@given(documents, documents)
def test_different_plans_have_different_fingerprints(one: object, other: object) -> None:
    same = canonical_text({"plan": one}) == canonical_text({"plan": other})
    assert (fingerprint_of({"plan": one}) == fingerprint_of({"plan": other})) is same
