"""A kept answer is the answer, and the files given out repeat it."""

import json
from dataclasses import replace
from typing import Any

from hypothesis import HealthCheck, given, settings

from pingyi.review.appraisal.domain.appraise import appraise, appraise_document
from pingyi.review.appraisal.domain.errors import InputError
from pingyi.review.appraisal.domain.kept import (
    answer_file,
    appraisal_from,
    as_failure,
    file_fingerprint,
    has_failed,
    input_file,
)
from pingyi.review.appraisal.domain.output import as_document
from pingyi.review.appraisal.domain.parse import parse
from pingyi.review.appraisal.domain.reading import read_json
from pingyi.review.appraisal.domain.snapshot import canonical_rules, input_document, rules_fingerprint
from tests.review.appraisal.domain.documents import counts, document, reporter
from tests.review.appraisal.domain.strategies import documents

SOME = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def shuffled(value: Any) -> Any:
    """The same value with its keys in the order of a database that does not keep theirs."""
    return json.loads(json.dumps(value, sort_keys=True))


@SOME
@given(documents())
def test_an_answer_read_back_is_the_answer(written: dict[str, Any]) -> None:
    rules, reporters = parse(written)
    found = appraise(rules, reporters)
    assert appraisal_from(shuffled(as_document(found)), rules) == found


@SOME
@given(documents())
def test_the_input_file_gives_the_answer_file(written: dict[str, Any]) -> None:
    rules, reporters = parse(written)
    kept_input = shuffled(input_document(rules, reporters))
    kept_answer = shuffled(as_document(appraise(rules, reporters)))
    again = appraise_document(read_json(input_file(kept_input)))
    assert json.loads(answer_file(kept_answer, rules)) == again
    printed = json.dumps(again, ensure_ascii=False, separators=(",", ":")) + "\n"
    assert answer_file(kept_answer, rules) == printed.encode()


def test_the_same_input_is_the_same_file_whatever_the_order_of_keys() -> None:
    one = document(reporter(A=counts(7, 1), B=counts(3)))
    assert input_file(one) == input_file(shuffled(one))
    assert len(file_fingerprint(input_file(one))) == 64


def test_the_digest_of_the_rules_file_is_the_fingerprint_of_the_rules() -> None:
    rules, _ = parse(document())
    assert file_fingerprint(canonical_rules(rules)) == rules_fingerprint(rules)
    other = replace(rules, display_decimals=3)
    assert file_fingerprint(canonical_rules(other)) == rules_fingerprint(other)


def test_no_score_is_an_answer_too() -> None:
    failure = as_failure(InputError("reporters[0].ballots.B", "没有票。"))
    assert has_failed(failure)
    assert not has_failed(as_document(appraise(*parse(document()))))
    rules, _ = parse(document())
    assert json.loads(answer_file(failure, rules)) == failure
