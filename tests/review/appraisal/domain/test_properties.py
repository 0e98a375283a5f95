"""What must hold for every document, found out on many."""

import json
from collections.abc import Callable
from copy import deepcopy
from fractions import Fraction
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pingyi.review.appraisal.domain.appraise import appraise, appraise_document
from pingyi.review.appraisal.domain.errors import InputError
from pingyi.review.appraisal.domain.number import display_text
from pingyi.review.appraisal.domain.parse import parse
from pingyi.review.appraisal.domain.reading import read_json
from pingyi.review.appraisal.domain.snapshot import input_document, rules_fingerprint
from tests.review.appraisal.domain.naive_count import naive_count
from tests.review.appraisal.domain.strategies import KEYS, documents

# A busy machine is no fault of the rules: no time limits. The comparison with the desk gets most of the examples.
MANY = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
SOME = settings(MANY, max_examples=30)


@MANY
@given(documents())
def test_the_desk_counts_the_same(document: dict[str, Any]) -> None:
    assert appraise_document(deepcopy(document)) == naive_count(document)


@SOME
@given(documents())
def test_the_same_through_a_file(document: dict[str, Any]) -> None:
    assert appraise_document(read_json(json.dumps(document).encode())) == appraise_document(document)


@SOME
@given(documents(), st.randoms(use_true_random=False))
def test_the_order_of_reporters_changes_nothing_but_the_order(document: dict[str, Any], chance: Any) -> None:
    shuffled = deepcopy(document)
    chance.shuffle(shuffled["reporters"])
    chance.shuffle(shuffled["rules"]["categories"])
    before, after = appraise_document(document), appraise_document(shuffled)
    by_name = {line["id"]: line for line in after["reporters"]}  # type: ignore[attr-defined]
    assert [by_name[line["id"]] for line in before["reporters"]] == before["reporters"]  # type: ignore[attr-defined]
    assert {**after, "reporters": None} == {**before, "reporters": None}


@SOME
@given(documents(), st.integers(2, 9))
def test_the_same_votes_from_more_voters_give_the_same_score(document: dict[str, Any], times: int) -> None:
    larger = deepcopy(document)
    for reporter in larger["reporters"]:
        for counts in reporter["ballots"].values():
            for key in counts:
                counts[key] *= times
    before, after = appraise(*parse(document)), appraise(*parse(larger))
    assert [(r.score, r.grade, r.rank) for r in after.reporters] == [
        (r.score, r.grade, r.rank) for r in before.reporters
    ]


@SOME
@given(documents())
def test_a_ballot_score_lies_between_the_lowest_and_highest_points(document: dict[str, Any]) -> None:
    document["rules"]["denominator"] = "valid"
    points = [Fraction(value) for value in document["rules"]["grade_points"].values()]
    for line in appraise(*parse(document)).reporters:
        if line.ballot_score is not None:
            assert min(points) <= line.ballot_score <= max(points)


@SOME
@given(documents())
def test_more_good_marks_never_lower_the_score(document: dict[str, Any]) -> None:
    points = document["rules"]["grade_points"]
    points["good"] = max(points.values(), key=Fraction)
    better = deepcopy(document)
    for reporter in better["reporters"]:
        for counts in reporter["ballots"].values():
            counts["good"] += counts["poor"]
            counts["poor"] = 0
    for before, after in zip(
        appraise(*parse(document)).reporters, appraise(*parse(better)).reporters, strict=True
    ):
        assert (before.score is None) == (after.score is None)
        if before.score is not None and after.score is not None:
            assert after.score >= before.score


@SOME
@given(documents())
def test_denominators_grow_from_valid_to_returned_to_issued(document: dict[str, Any]) -> None:
    found = []
    for word in ["valid", "returned", "issued"]:
        document["rules"]["denominator"] = word
        lines = appraise(*parse(document)).reporters
        found.append([score.denominator for line in lines for score in line.categories.values()])
    assert all(a <= b <= c for a, b, c in zip(*found, strict=True))
    assert sum(found[1]) == sum(
        counts[key]
        for reporter in document["reporters"]
        for counts in reporter["ballots"].values()
        for key in KEYS
    )


@SOME
@given(documents())
def test_places_count_those_ahead(document: dict[str, Any]) -> None:
    lines = [line for line in appraise(*parse(document)).reporters if line.score is not None]
    assert sorted(line.rank or 0 for line in lines)[:1] == [1][: len(lines)]
    for one in lines:
        for other in lines:
            assert (one.rank < other.rank) == (one.score > other.score)  # type: ignore[operator]


@SOME
@given(documents())
def test_a_kept_input_can_be_counted_again(document: dict[str, Any]) -> None:
    rules, reporters = parse(document)
    kept = json.loads(json.dumps(input_document(rules, reporters)))
    assert parse(kept) == (rules, reporters)
    assert rules_fingerprint(parse(kept)[0]) == rules_fingerprint(rules)


@MANY
@given(st.fractions(), st.integers(0, 12))
def test_a_display_is_within_half_a_step(value: Fraction, decimals: int) -> None:
    text = display_text(value, decimals)
    off = Fraction(text) - value
    half = Fraction(1, 2 * 10**decimals)
    assert abs(off) <= half
    assert abs(off) < half or (off > 0) == (value > 0)
    assert len(text.partition(".")[2]) == decimals
    assert ("." in text) == (decimals > 0)
    assert not (text.startswith("-") and Fraction(text) == 0)


def fault_in(act: Callable[[], object]) -> InputError | None:
    """What goes wrong, if anything. Any other exception passes through and fails the test."""
    try:
        act()
    except InputError as error:
        return error
    return None


def top_of(path: str) -> str:
    """`rules` or `reporters`."""
    return path.split("[", maxsplit=1)[0].split(".", maxsplit=1)[0]


ANY_JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text()
    | st.sampled_from(["0.6", "A", "valid"]),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["rules", "reporters", "id", "weight", "A", "good"]) | st.text(), inner
        )
    ),
    max_leaves=20,
)


@SOME
@given(ANY_JSON)
def test_a_value_of_no_sense_gives_a_fault(value: Any) -> None:
    fault = fault_in(lambda: appraise_document(value))
    assert fault is not None
    assert fault.message


@MANY
@given(documents(), st.data())
def test_one_spoilt_value_gives_an_answer_or_its_place(document: dict[str, Any], data: st.DataObject) -> None:
    holder: Any = document
    path = ""
    while isinstance(holder, dict | list) and holder:
        keys = list(holder) if isinstance(holder, dict) else list(range(len(holder)))
        key = data.draw(st.sampled_from(keys))
        path += f"[{key}]" if isinstance(holder, list) else f".{key}" if path else key
        if not isinstance(holder[key], dict | list) or data.draw(st.integers(0, 3)) == 0:
            holder[key] = data.draw(st.sampled_from([1.5, True, [], {}, "abc", "1e3", {"x": 1}]))
            break
        holder = holder[key]
    fault = fault_in(lambda: appraise_document(document))
    # A rule may be sound by itself and clash with the reporters; the other way round the rules are never blamed.
    assert fault is None or top_of(fault.path) in ("reporters", top_of(path))


@MANY
@given(st.binary(max_size=60))
def test_any_bytes_give_a_value_or_the_fault_of_the_whole(raw: bytes) -> None:
    fault = fault_in(lambda: read_json(raw))
    assert fault is None or fault.path == ""
