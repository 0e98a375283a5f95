"""From counts to a score. Every step is exact; nothing is rounded here."""

from collections.abc import Mapping
from fractions import Fraction

from pingyi.core.words import Words
from pingyi.review.appraisal.domain.errors import InputError
from pingyi.review.appraisal.domain.reporter import Reporter
from pingyi.review.appraisal.domain.result import CategoryScore
from pingyi.review.appraisal.domain.rules import Composite, Denominator, EmptyCategory, GradePoints, Rules
from pingyi.review.ballots.domain.counts import Counts

NO_BALLOTS = Counts()


def category_scores(rules: Rules, reporter: Reporter) -> dict[str, CategoryScore]:
    """The score of every category of the rules, in their order."""
    return {
        category.id: category_score(
            rules.grade_points, rules.denominator, reporter.ballots.get(category.id, NO_BALLOTS)
        )
        for category in rules.categories
    }


def category_score(points: GradePoints, denominator: Denominator, counts: Counts) -> CategoryScore:
    """Points earned in one category, divided by the denominator of the rules."""
    divisor = divisor_of(counts, denominator)
    if divisor == 0:
        return CategoryScore(None, 0)
    return CategoryScore(points_earned(points, counts) / divisor, divisor)


def points_earned(points: GradePoints, counts: Counts) -> Fraction:
    """What the four grades bring together."""
    return (
        points.good * counts.good
        + points.fairly_good * counts.fairly_good
        + points.average * counts.average
        + points.poor * counts.poor
    )


def divisor_of(counts: Counts, denominator: Denominator) -> int:
    """The number of ballots that the rules divide by."""
    return {
        Denominator.VALID: counts.valid,
        Denominator.RETURNED: counts.returned,
        Denominator.ISSUED: counts.issued,
    }[denominator]


def ballot_score(rules: Rules, reporter: str, scores: Mapping[str, CategoryScore]) -> Fraction | None:
    """The weighted mean of the categories that have ballots; what happens to empty ones is a rule."""
    earned = Fraction(0)
    weight = Fraction(0)
    for category in rules.categories:
        score = scores[category.id].score
        if category.weight == 0:
            continue
        if score is not None:
            earned += category.weight * score
            weight += category.weight
        elif rules.empty_category is EmptyCategory.FAIL:
            raise InputError(
                f"ballots.{category.id}",
                Words(
                    "述职人“{reporter}”在类别“{id}”没有可以作分母的票，规则规定这时不能计算。请补录这一类的票，或者把规则改为由其他类别分摊。",
                    reporter=reporter,
                    id=category.id,
                ),
            )
    return earned / weight if weight else None


def composite_score(composite: Composite, ballot: Fraction | None, reporter: Reporter) -> Fraction | None:
    """The parts with weight put together. A mark with weight must be there; no ballot score, no score."""
    total = Fraction(0)
    for part, weight, mark in (
        ("daily", composite.daily, reporter.daily),
        ("leader", composite.leader, reporter.leader),
    ):
        if weight == 0:
            continue
        if mark is None:
            raise InputError(
                part,
                Words(
                    "述职人“{id}”缺这一项分数，而规则给了它权重。请补上分数，或者把权重改为 0。",
                    id=reporter.id,
                ),
            )
        total += weight * mark
    if composite.ballot == 0:
        return total
    return None if ballot is None else total + composite.ballot * ballot
