"""The life of a self-assessment: written, handed in, checked by a second person or given back."""

from enum import StrEnum
from fractions import Fraction


class AssessmentState(StrEnum):
    DRAFT = "draft"
    SUBMITTED = "submitted"
    CHECKED = "checked"
    RETURNED = "returned"


class AssessmentFault(StrEnum):
    """Why it cannot be handed in or found right as it is."""

    TOO_HIGH = "too_high"
    NO_WORDS = "no_words"
    NO_EVIDENCE = "no_evidence"
    ABOVE_ASKED = "above_asked"
    NO_REASON = "no_reason"


OPEN = frozenset({AssessmentState.DRAFT, AssessmentState.RETURNED})


def fault_of_claim(
    asked: Fraction, most: Fraction, words: str, evidence: int, *, is_handed_in: bool
) -> AssessmentFault | None:
    """A draft only keeps to the points there are; handed in, points are asked for with words and evidence."""
    if asked > most:
        return AssessmentFault.TOO_HIGH
    if not is_handed_in:
        return None
    if not words:
        return AssessmentFault.NO_WORDS
    return AssessmentFault.NO_EVIDENCE if asked and not evidence else None


def fault_of_check(asked: Fraction, found: Fraction, reason: str) -> AssessmentFault | None:
    """The checker gives what was asked, or less with a reason; never more."""
    if found > asked:
        return AssessmentFault.ABOVE_ASKED
    return AssessmentFault.NO_REASON if found < asked and not reason else None
