"""What is kept of the input beside a result."""

from dataclasses import replace
from fractions import Fraction
from typing import Any

from pingyi.review.appraisal.domain.parse import parse
from pingyi.review.appraisal.domain.rules import Category
from pingyi.review.appraisal.domain.snapshot import input_document, rules_document, rules_fingerprint
from tests.review.appraisal.domain.documents import counts, document, reporter


def test_the_kept_input_is_the_document_in_its_shortest_form() -> None:
    written = document({**reporter(A=counts(7, 1)), "daily": "92.50"}, min_non_good_share="0.150")
    kept = input_document(*parse(written))
    points = {"good": "100", "fairly_good": "80", "average": "60", "poor": "40"}
    assert kept == document(
        {**reporter(A=counts(7, 1)), "daily": "92.5"}, min_non_good_share="0.15", grade_points=points
    )


def test_the_fingerprint_belongs_to_the_rules_and_not_to_their_spelling() -> None:
    rules, _ = parse(document())
    again, _ = parse(document(min_non_good_share="0.1500", display_decimals=2))
    other, _ = parse(document(min_non_good_share="0.1501"))
    assert rules_fingerprint(rules) == rules_fingerprint(again) != rules_fingerprint(other)
    assert rules_fingerprint(rules) == "16f73580a7a11cc2de057b790cdbc41b6b91d0924845adec90ec66fea3a439f5"


def test_a_weight_that_no_decimal_can_hold_is_recorded_as_it_is() -> None:
    rules, _ = parse(document())
    thirds = replace(rules, categories=tuple(Category(name, Fraction(1, 3)) for name in "ABC"))
    recorded: Any = rules_document(thirds)
    assert recorded["categories"] == [{"id": name, "weight": "1/3"} for name in "ABC"]
    assert rules_fingerprint(thirds) != rules_fingerprint(rules)
