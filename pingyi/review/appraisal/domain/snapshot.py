"""The input of an appraisal as it is kept beside its result: the JSON value that `appraise` reads."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict
from fractions import Fraction

from pingyi.review.appraisal.domain.number import exact_text
from pingyi.review.appraisal.domain.reporter import Reporter
from pingyi.review.appraisal.domain.rules import Rules


def input_document(rules: Rules, reporters: Sequence[Reporter]) -> dict[str, object]:
    """Rules and reporters as a document that parses to exactly these again, unless a share is like one third."""
    return {
        "rules": rules_document(rules),
        "reporters": [reporter_document(reporter) for reporter in reporters],
    }


def rules_fingerprint(rules: Rules) -> str:
    """Equal for equal rules, however they were written: SHA-256 of their one canonical form."""
    return hashlib.sha256(canonical_rules(rules)).hexdigest()


def canonical_rules(rules: Rules) -> bytes:
    """The one form of the rules in which they are written down and given out."""
    return json.dumps(rules_document(rules), sort_keys=True, separators=(",", ":")).encode()


def rules_document(rules: Rules) -> dict[str, object]:
    """The `rules` object. A share that no decimal can hold, such as one third, is recorded as "1/3"."""
    points, composite = rules.grade_points, rules.composite
    return {
        "grade_points": {key: exact_text(value) for key, value in asdict(points).items()},
        "denominator": rules.denominator.value,
        "categories": [{"id": one.id, "weight": exact_text(one.weight)} for one in rules.categories],
        "empty_category": rules.empty_category.value,
        "bands": [[band.name, exact_text(band.bound)] for band in rules.bands],
        "composite": {key: exact_text(value) for key, value in asdict(composite).items()},
        "min_non_good_share": exact_text(rules.min_non_good_share),
        "display_decimals": rules.display_decimals,
    }


def reporter_document(reporter: Reporter) -> dict[str, object]:
    """One element of `reporters`."""
    return {
        "id": reporter.id,
        "daily": mark_text(reporter.daily),
        "leader": mark_text(reporter.leader),
        "ballots": {category: asdict(counts) for category, counts in reporter.ballots.items()},
    }


def mark_text(mark: Fraction | None) -> str | None:
    """A mark from outside the ballot, or null."""
    return None if mark is None else exact_text(mark)
