"""Reads of the plan of a review."""

from pingyi.review.cycles.queries.classes import (
    StandingClass,
    class_of_person,
    own_rows,
    standing_classes,
    voters_of_class,
    weight_of,
)
from pingyi.review.cycles.queries.reporters import reporters_of
from pingyi.review.cycles.queries.settings import setting_history, settings_of, stored_values

__all__ = [
    "StandingClass",
    "class_of_person",
    "own_rows",
    "reporters_of",
    "setting_history",
    "settings_of",
    "standing_classes",
    "stored_values",
    "voters_of_class",
    "weight_of",
]
