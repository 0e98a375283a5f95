"""A kept appraisal read back: the answer as data again, and the files in which input, rules and answer are given out.

Whoever repeats the calculation with the input file gets the answer file byte for byte.
"""

import hashlib
import json
from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from pingyi.review.appraisal.domain.errors import InputError
from pingyi.review.appraisal.domain.output import as_document
from pingyi.review.appraisal.domain.result import Appraisal, CategoryScore, ReporterResult
from pingyi.review.appraisal.domain.rules import Rules

Kept = Mapping[str, Any]


def as_failure(error: InputError) -> dict[str, object]:
    """The answer when the rules of the review give no score."""
    return {"error": {"path": error.path, "message": error.message}}


def has_failed(output: Kept) -> bool:
    """Whether the kept answer is that there is no score."""
    return "error" in output


def appraisal_from(output: Kept, rules: Rules) -> Appraisal:
    """The appraisal that was kept. Categories stand in the order of the rules, whatever the database did to keys."""
    return Appraisal(
        reporters=tuple(_result(line, rules) for line in output["reporters"]),
        max_good=output["max_good"],
        good_count=output["good_count"],
        over_cap=output["over_cap"],
    )


def input_file(document: Kept) -> bytes:
    """The input as it is handed out: keys in alphabetical order, so that the same input is the same file."""
    return (json.dumps(document, ensure_ascii=False, sort_keys=True, indent=2) + "\n").encode()


def answer_file(output: Kept, rules: Rules) -> bytes:
    """What the command `appraise` prints for the input file."""
    answer: Kept = dict(output) if has_failed(output) else as_document(appraisal_from(output, rules))
    return (json.dumps(answer, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def file_fingerprint(content: bytes) -> str:
    """What `sha256sum` says of a file with this content."""
    return hashlib.sha256(content).hexdigest()


def _result(line: Kept, rules: Rules) -> ReporterResult:
    found = line["categories"]
    return ReporterResult(
        id=line["id"],
        score=_score(line["score"]),
        ballot_score=_score(line["ballot_score"]),
        display=line["display"],
        grade=line["grade"],
        rank=line["rank"],
        categories={
            category.id: CategoryScore(_score(found[category.id]["score"]), found[category.id]["denominator"])
            for category in rules.categories
        },
    )


def _score(text: str | None) -> Fraction | None:
    return None if text is None else Fraction(text)
