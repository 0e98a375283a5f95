"""From a JSON document to rules and reporters. Values are read in the order of the contract (ADR 0009)."""

from collections.abc import Collection
from dataclasses import fields
from fractions import Fraction

from pingyi.core.words import Words
from pingyi.review.appraisal.domain.errors import InputError, inside
from pingyi.review.appraisal.domain.number import read_decimal, read_integer, read_points
from pingyi.review.appraisal.domain.reading import read_choice, read_field, read_list, read_object, read_text
from pingyi.review.appraisal.domain.reporter import Reporter
from pingyi.review.appraisal.domain.rules import (
    Band,
    Category,
    Composite,
    Denominator,
    EmptyCategory,
    GradePoints,
    Rules,
)
from pingyi.review.ballots.domain.counts import Counts

DOCUMENT_KEYS = ("rules", "reporters")
RULE_KEYS = tuple(field.name for field in fields(Rules))
GRADE_KEYS = tuple(field.name for field in fields(GradePoints))
CATEGORY_KEYS = tuple(field.name for field in fields(Category))
COMPOSITE_KEYS = tuple(field.name for field in fields(Composite))
COUNT_KEYS = tuple(field.name for field in fields(Counts))
REPORTER_KEYS = ("id", "daily", "leader", "ballots")


def parse(document: object) -> tuple[Rules, tuple[Reporter, ...]]:
    """Rules and reporters of a whole document."""
    top = read_object(document, DOCUMENT_KEYS)
    rules = read_field(top, "rules", read_rules)
    categories = [category.id for category in rules.categories]
    reporters = read_field(
        top, "reporters", lambda value: read_list(value, lambda one: read_reporter(one, categories))
    )
    return rules, reporters


def read_rules(value: object) -> Rules:
    """The `rules` object: every key is required, so that nobody is counted by a rule not written down."""
    raw = read_object(value, RULE_KEYS)
    return Rules(
        grade_points=read_field(raw, "grade_points", read_grade_points),
        denominator=read_field(raw, "denominator", lambda word: read_choice(word, Denominator)),
        categories=read_field(raw, "categories", lambda listed: read_list(listed, read_category)),
        empty_category=read_field(raw, "empty_category", lambda word: read_choice(word, EmptyCategory)),
        bands=read_field(raw, "bands", lambda listed: read_list(listed, read_band)),
        composite=read_field(raw, "composite", read_composite),
        min_non_good_share=read_field(raw, "min_non_good_share", read_decimal),
        display_decimals=read_field(raw, "display_decimals", read_integer),
    )


def read_grade_points(value: object) -> GradePoints:
    """Points of all four grades."""
    raw = read_object(value, GRADE_KEYS)
    return GradePoints(**{key: read_field(raw, key, read_points) for key in GRADE_KEYS})


def read_category(value: object) -> Category:
    """One voter class with its weight."""
    raw = read_object(value, CATEGORY_KEYS)
    return Category(id=read_field(raw, "id", read_text), weight=read_field(raw, "weight", read_decimal))


def read_band(value: object) -> Band:
    """A grade and its bound, written as a pair."""
    if not isinstance(value, list) or len(value) != 2:
        raise InputError("", Words('应写成两项：等次名称和分数线，例如 ["good", "90"]。'))
    with inside("[0]"):
        name = read_text(value[0])
    with inside("[1]"):
        bound = read_decimal(value[1])
    return Band(name, bound)


def read_composite(value: object) -> Composite:
    """The weights of all three parts."""
    raw = read_object(value, COMPOSITE_KEYS)
    return Composite(**{key: read_field(raw, key, read_decimal) for key in COMPOSITE_KEYS})


def read_reporter(value: object, categories: Collection[str]) -> Reporter:
    """One reporter. A missing mark is the same as null, missing ballots the same as none."""
    raw = read_object(value, REPORTER_KEYS)
    return Reporter(
        id=read_field(raw, "id", read_text),
        daily=read_field({"daily": None, **raw}, "daily", read_mark),
        leader=read_field({"leader": None, **raw}, "leader", read_mark),
        ballots=read_field({"ballots": {}, **raw}, "ballots", lambda found: read_ballots(found, categories)),
    )


def read_mark(value: object) -> Fraction | None:
    """A mark from outside the ballot, or null."""
    return None if value is None else read_decimal(value)


def read_ballots(value: object, categories: Collection[str]) -> dict[str, Counts]:
    """Counts by category, in the order of the file."""
    raw = read_object(value, categories)
    return {key: read_field(raw, key, read_counts) for key in raw}


def read_counts(value: object) -> Counts:
    """All seven counts of one category."""
    raw = read_object(value, COUNT_KEYS)
    return Counts(**{key: read_field(raw, key, read_integer) for key in COUNT_KEYS})
