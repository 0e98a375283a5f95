"""A letter as it is kept beside its row: plain values that become the same letter again."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from pingyi.review.appraisal.documents.feedback_letter import FeedbackLetter

_DAYS = ("meeting_on", "decided_on", "list_due_on", "issued_on")


def letter_content(letter: FeedbackLetter) -> dict[str, Any]:
    """The letter as a JSON value."""
    content = {**asdict(letter), "copy_to": list(letter.copy_to)}
    return content | {key: content[key].isoformat() for key in _DAYS if content[key] is not None}


def letter_from(content: Mapping[str, Any]) -> FeedbackLetter:
    """The letter that was kept."""
    days = {key: date.fromisoformat(content[key]) for key in _DAYS if content[key] is not None}
    return FeedbackLetter(**{**content, **days, "copy_to": tuple(content["copy_to"])})
