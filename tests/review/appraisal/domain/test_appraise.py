"""The contract, sentence by sentence, on numbers that can be checked by hand."""

from typing import Any

import pytest

from pingyi.review.appraisal.domain.appraise import appraise_document
from tests.review.appraisal.domain.documents import counts, document, one_category, reporter

MIXED = counts(7, 1, 0, 0, unknown=1, blank=2, issued=16)


def first(written: Any) -> dict[str, Any]:
    """The line of the first reporter."""
    answer: Any = appraise_document(written)
    line: dict[str, Any] = answer["reporters"][0]
    return line


def test_the_example_of_the_contract() -> None:
    ballots = {"A": counts(7, 1, unknown=1), "B": counts(3, 1, 1, 0)}
    answer = appraise_document(document({"id": "r1", "daily": "92.5", "leader": None, "ballots": ballots}))
    assert answer == {
        "reporters": [
            {
                "id": "r1",
                "score": "937/10",
                "ballot_score": "937/10",
                "display": "93.70",
                "grade": "good",
                "rank": 1,
                "categories": {
                    "A": {"score": "195/2", "denominator": 8},
                    "B": {"score": "88/1", "denominator": 5},
                },
            }
        ],
        "max_good": 0,
        "good_count": 1,
        "over_cap": 1,
    }


@pytest.mark.parametrize(
    ("denominator", "score", "divisor"),
    [("valid", "195/2", 8), ("returned", "780/11", 11), ("issued", "195/4", 16)],
)
def test_points_are_divided_by_what_the_rules_say(denominator: str, score: str, divisor: int) -> None:
    line = first(document(reporter(A=MIXED), **one_category(denominator=denominator)))
    assert line["categories"] == {"A": {"score": score, "denominator": divisor}}
    assert line["ballot_score"] == line["score"] == score


@pytest.mark.parametrize(
    ("grade", "score"), [("good", "100/1"), ("fairly_good", "80/1"), ("average", "60/1"), ("poor", "40/1")]
)
def test_each_grade_has_its_points(grade: str, score: str) -> None:
    assert first(document(reporter(A=counts(**{grade: 3})), **one_category()))["score"] == score


@pytest.mark.parametrize(
    ("denominator", "marks", "score"),
    [
        ("valid", counts(unknown=2, blank=1), None),
        ("returned", counts(unknown=2), "0/1"),
        ("returned", counts(issued=5), None),
        ("issued", counts(issued=5), "0/1"),
        ("issued", counts(), None),
    ],
)
def test_nothing_to_divide_by_is_no_score(denominator: str, marks: dict[str, int], score: str | None) -> None:
    line = first(document(reporter(A=marks), **one_category(denominator=denominator)))
    assert line["categories"]["A"]["score"] == score
    assert line["score"] == score


def test_other_categories_take_over_the_weight_of_an_empty_one() -> None:
    weights = [{"id": "A", "weight": "0.5"}, {"id": "B", "weight": "0.3"}, {"id": "C", "weight": "0.2"}]
    line = first(document(reporter(A=counts(1), B=counts(unknown=1), C=counts(poor=1)), categories=weights))
    assert line["ballot_score"] == "580/7"
    assert line["categories"]["B"] == {"score": None, "denominator": 0}


def test_a_category_without_weight_is_shown_but_not_counted() -> None:
    weights = [{"id": "A", "weight": "0"}, {"id": "B", "weight": "1.00"}]
    line = first(document(reporter(A=counts(poor=9), B=counts(1)), categories=weights))
    assert line["ballot_score"] == "100/1"
    assert line["categories"]["A"] == {"score": "40/1", "denominator": 9}


def test_ballots_only_in_a_category_without_weight_give_no_score() -> None:
    weights = [{"id": "A", "weight": "0"}, {"id": "B", "weight": "1"}]
    assert first(document(reporter(A=counts(5)), categories=weights))["score"] is None


def test_no_ballots_leave_score_display_grade_and_rank_empty() -> None:
    empty: Any = appraise_document(document(reporter("r1"), reporter("r2", A=counts(poor=1)), {"id": "r3"}))
    for line in (empty["reporters"][0], empty["reporters"][2]):
        assert [line[key] for key in ("score", "ballot_score", "display", "grade", "rank")] == [None] * 5
        assert line["categories"]["A"] == {"score": None, "denominator": 0}
    assert empty["reporters"][1]["rank"] == 1


def test_parts_are_put_together_by_their_weights() -> None:
    composite = {"ballot": "0.5", "daily": "0.3", "leader": "0.2"}
    voted = {**reporter(A=counts(1)), "daily": "92.5", "leader": "70"}
    line = first(document(voted, composite=composite))
    assert line["score"] == "367/4"
    assert line["ballot_score"] == "100/1"
    assert line["display"] == "91.75"


def test_a_part_without_weight_may_be_empty() -> None:
    composite = {"ballot": "0", "daily": "1", "leader": "0"}
    line = first(document({"id": "r1", "daily": "88.125"}, composite=composite))
    assert (line["score"], line["ballot_score"], line["display"]) == ("705/8", None, "88.13")
    assert (line["grade"], line["rank"]) == ("fairly_good", 1)


def test_an_empty_ballot_with_weight_leaves_no_score_beside_other_marks() -> None:
    composite = {"ballot": "0.5", "daily": "0.5", "leader": "0"}
    assert first(document({"id": "r1", "daily": "88"}, composite=composite))["score"] is None


@pytest.mark.parametrize(
    ("daily", "grade"),
    [
        ("100", "good"),
        ("90", "good"),
        ("89.9999999999", "fairly_good"),
        ("75.0", "fairly_good"),
        ("74.999", "average"),
        ("60", "average"),
        ("59.999", None),
    ],
)
def test_a_grade_starts_exactly_at_its_bound(daily: str, grade: str | None) -> None:
    rules: dict[str, Any] = {
        "composite": {"ballot": "0", "daily": "1", "leader": "0"},
        "bands": [["good", "90"], ["fairly_good", "75"], ["average", "60"]],
    }
    line = first(document({"id": "r1", "daily": daily}, **rules))
    assert line["grade"] == grade
    assert line["rank"] == 1


def test_a_grade_follows_the_exact_score_not_the_display() -> None:
    composite = {"ballot": "0", "daily": "1", "leader": "0"}
    line = first(document({"id": "r1", "daily": "89.996"}, composite=composite))
    assert (line["display"], line["grade"]) == ("90.00", "fairly_good")


def test_equal_scores_share_a_place_and_the_next_stays_empty() -> None:
    marks = ["80", "90", "90.0", "70", "95", "80.00000000001"]
    written = document(
        *[{"id": f"r{index}", "daily": mark} for index, mark in enumerate(marks)],
        composite={"ballot": "0", "daily": "1", "leader": "0"},
    )
    answer: Any = appraise_document(written)
    assert [line["rank"] for line in answer["reporters"]] == [5, 2, 2, 6, 1, 4]


@pytest.mark.parametrize(
    ("share", "n", "max_good"),
    [
        ("0.15", 0, 0),
        ("0.15", 1, 0),
        ("0.15", 6, 5),
        ("0.15", 7, 5),
        ("0.15", 20, 17),
        ("0.15", 34, 28),
        ("0", 5, 5),
        ("1", 5, 0),
    ],
)
def test_the_share_that_may_not_be_good_is_rounded_up(share: str, n: int, max_good: int) -> None:
    everybody = [reporter(f"r{index}", A=counts(1)) for index in range(n)]
    answer: Any = appraise_document(document(*everybody, min_non_good_share=share))
    assert (answer["max_good"], answer["good_count"], answer["over_cap"]) == (max_good, n, n - max_good)


def test_the_limit_counts_all_reporters_also_those_without_a_score() -> None:
    everybody = [reporter("r0", A=counts(1)), *[reporter(f"r{index}") for index in range(1, 7)]]
    answer: Any = appraise_document(document(*everybody))
    assert (answer["max_good"], answer["good_count"], answer["over_cap"]) == (5, 1, 0)


def test_good_is_the_first_band_whatever_its_name() -> None:
    answer: Any = appraise_document(document(reporter(A=counts(1)), bands=[["优秀", "95"], ["good", "10"]]))
    assert (answer["good_count"], answer["reporters"][0]["grade"]) == (1, "优秀")


def test_reporters_and_categories_keep_their_order() -> None:
    weights = [{"id": "B", "weight": "0.5"}, {"id": "A", "weight": "0.5"}]
    answer: Any = appraise_document(document({"id": "z"}, {"id": "a"}, categories=weights))
    assert [line["id"] for line in answer["reporters"]] == ["z", "a"]
    assert list(answer["reporters"][0]["categories"]) == ["B", "A"]
    assert list(answer) == ["reporters", "max_good", "good_count", "over_cap"]
    assert list(answer["reporters"][0]) == [
        "id", "score", "ballot_score", "display", "grade", "rank", "categories",
    ]  # fmt: skip


def test_points_may_be_decimal_strings_and_even_negative() -> None:
    points = {"good": "1.5", "fairly_good": 1, "average": "0", "poor": "-3.25"}
    line = first(document(reporter(A=counts(good=1, poor=1)), **one_category(grade_points=points)))
    assert (line["score"], line["display"], line["grade"]) == ("-7/8", "-0.88", None)


def test_counts_of_any_size_are_exact() -> None:
    many = 10**900
    line = first(document(reporter(A=counts(good=many, poor=1)), **one_category()))
    assert line["score"] == f"{100 * many + 40}/{many + 1}"
    assert line["display"] == "100.00"


def test_a_display_may_have_a_thousand_decimals() -> None:
    line = first(document(reporter(A=counts(1, 1, 1)), **one_category(display_decimals=1000)))
    assert line["display"] == "80." + "0" * 1000
