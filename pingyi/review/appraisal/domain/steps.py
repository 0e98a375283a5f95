"""How one score came about, step by step, for a page on which somebody follows it with a pencil.

Nothing is decided here: the steps of a result add up to the very score that the result holds.
"""

from dataclasses import dataclass
from fractions import Fraction

from pingyi.review.appraisal.domain.reporter import Reporter
from pingyi.review.appraisal.domain.result import ReporterResult
from pingyi.review.appraisal.domain.rules import Rules
from pingyi.review.appraisal.domain.score import NO_BALLOTS, points_earned
from pingyi.review.ballots.domain.counts import Counts


@dataclass(frozen=True)
class ClassStep:
    """One voter class: its counts, what they give, and what of it goes into the ballot score.

    `share` is the weight after empty classes have passed theirs on; it and `part` are None where nothing is counted.
    """

    category: str
    weight: Fraction
    counts: Counts
    earned: Fraction
    divisor: int
    score: Fraction | None
    share: Fraction | None
    part: Fraction | None


@dataclass(frozen=True)
class PartStep:
    """One part of the whole score: ballot, daily or leader. Only parts with weight are steps."""

    name: str
    weight: Fraction
    mark: Fraction | None
    part: Fraction | None


def class_steps(rules: Rules, reporter: Reporter, result: ReporterResult) -> tuple[ClassStep, ...]:
    """One step per class, in the order of the rules."""
    counted = sum(
        (one.weight for one in rules.categories if result.categories[one.id].score is not None), Fraction(0)
    )
    steps = []
    for category in rules.categories:
        counts = reporter.ballots.get(category.id, NO_BALLOTS)
        found = result.categories[category.id]
        share = category.weight / counted if found.score is not None and counted else None
        part = share * found.score if share is not None and found.score is not None else None
        steps.append(
            ClassStep(
                category=category.id,
                weight=category.weight,
                counts=counts,
                earned=points_earned(rules.grade_points, counts),
                divisor=found.denominator,
                score=found.score,
                share=share,
                part=part,
            )
        )
    return tuple(steps)


def part_steps(rules: Rules, reporter: Reporter, result: ReporterResult) -> tuple[PartStep, ...]:
    """The parts of the score that have weight: one of them alone is the score itself."""
    weights = rules.composite
    parts = (
        ("ballot", weights.ballot, result.ballot_score),
        ("daily", weights.daily, reporter.daily),
        ("leader", weights.leader, reporter.leader),
    )
    return tuple(
        PartStep(name, weight, mark, None if mark is None else weight * mark)
        for name, weight, mark in parts
        if weight
    )
