"""Small classes are merged before the vote, so that nobody's ballot can be guessed. Only class sizes decide."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True)
class SizedClass:
    """A class with its own members. `merged_into` is the code of the class that it votes in, if not its own."""

    code: str
    order: int
    size: int
    merged_into: str | None = None


class MergeFault(StrEnum):
    """Why a class may not be merged into another."""

    SAME_CLASS = "same_class"
    ALREADY_MERGED = "already_merged"
    TARGET_MERGED = "target_merged"
    HOSTS_OTHERS = "hosts_others"
    EMPTY = "empty"
    LARGE_ENOUGH = "large_enough"


def standing_size(classes: Sequence[SizedClass], code: str) -> int:
    """How many people vote in this class, those merged into it included."""
    return sum(one.size for one in classes if code == (one.merged_into or one.code))


def small_classes(classes: Sequence[SizedClass], threshold: int) -> list[SizedClass]:
    """The standing classes with voters, but fewer than the threshold, in order."""
    return [one for one in _standing(classes) if 0 < standing_size(classes, one.code) < threshold]


def merge_fault(classes: Sequence[SizedClass], code: str, into: str, threshold: int) -> MergeFault | None:
    """Why `code` may not be merged into `into`, or None."""
    by_code = {one.code: one for one in classes}
    source, target = by_code[code], by_code[into]
    if source is target:
        return MergeFault.SAME_CLASS
    if source.merged_into is not None:
        return MergeFault.ALREADY_MERGED
    if target.merged_into is not None:
        return MergeFault.TARGET_MERGED
    if any(one.merged_into == code for one in classes):
        return MergeFault.HOSTS_OTHERS
    if source.size == 0:
        return MergeFault.EMPTY
    if source.size >= threshold:
        return MergeFault.LARGE_ENOUGH
    return None


def merge_proposal(classes: Sequence[SizedClass], code: str, threshold: int) -> str | None:
    """The class next to `code` with which it reaches the threshold, else the largest; None if it stands alone.

    A proposal only: a person decides.
    """
    source = next(one for one in classes if one.code == code)
    others = [one for one in _standing(classes) if one.code != code and one.size > 0]
    enough = [one for one in others if standing_size(classes, one.code) + source.size >= threshold]
    if enough:
        return min(enough, key=lambda one: (abs(one.order - source.order), one.order)).code
    return (
        max(others, key=lambda one: (standing_size(classes, one.code), -one.order)).code if others else None
    )


def needless_merges(classes: Sequence[SizedClass], threshold: int) -> list[SizedClass]:
    """Merged classes that have grown large enough to vote alone."""
    return [one for one in classes if one.merged_into is not None and one.size >= threshold]


def _standing(classes: Sequence[SizedClass]) -> list[SizedClass]:
    return sorted((one for one in classes if one.merged_into is None), key=lambda one: one.order)
