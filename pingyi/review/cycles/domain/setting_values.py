"""The bridge between values by key, as they are stored one by one, and the typed settings that the rules use."""

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum
from typing import Any

from pingyi.review.cycles.domain.catalogue import BY_KEY, GRADES
from pingyi.review.cycles.domain.settings import (
    BallotScope,
    Breach,
    CommentTiming,
    Counting,
    InvalidRule,
    OnSiteTurns,
    ReviewSettings,
    Satisfied,
    SelfVote,
    SpeakingOrder,
)

CHOICES: dict[str, type[StrEnum]] = {
    "ballot_scope": BallotScope,
    "self_vote": SelfVote,
    "comment_timing": CommentTiming,
    "speaking_order": SpeakingOrder,
    "on_site_turns": OnSiteTurns,
    "report_counting": Counting,
    "report_over_length": Breach,
    "report_low_share": Breach,
    "poll_satisfied": Satisfied,
}


def flat_values(settings: ReviewSettings) -> dict[str, object]:
    """The settings by the keys of the catalogue."""
    values: dict[str, object] = {key: getattr(settings, key) for key in BY_KEY if hasattr(settings, key)}
    values |= {f"points_{grade}": points for grade, points in settings.grade_points.items()}
    values |= {f"band_{grade}": bound for grade, bound in settings.bands}
    values |= {f"invalid_{rule}": rule in settings.invalid_rules for rule in InvalidRule}
    return values


def settings_of_values(values: Mapping[str, Any]) -> ReviewSettings:
    """The typed settings from values by the keys of the catalogue; the defaults where a key is missing."""
    full: dict[str, Any] = DEFAULTS | dict(values)
    plain = {key: full[key] for key in BY_KEY if hasattr(ReviewSettings, key)}
    return replace(
        ReviewSettings(),
        **(plain | {key: choice(full[key]) for key, choice in CHOICES.items()}),
        grade_points={grade: full[f"points_{grade}"] for grade, _ in GRADES},
        bands=tuple((grade, full[f"band_{grade}"]) for grade, _ in GRADES),
        invalid_rules=frozenset(rule for rule in InvalidRule if full[f"invalid_{rule}"]),
    )


def settings_from(stored: Mapping[str, object]) -> ReviewSettings:
    """The typed settings from stored values. Keys that the catalogue no longer knows are passed over."""
    return settings_of_values(
        {key: BY_KEY[key].kind.load(value) for key, value in stored.items() if key in BY_KEY}
    )


DEFAULTS = flat_values(ReviewSettings())
