"""How one score arose, in the words and figures of a page: (100×8＋80×2)÷10 → mean → weight → part → total."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from pingyi.core.words import Words
from pingyi.review.appraisal.domain.number import display_text, exact_text, fraction_text
from pingyi.review.appraisal.domain.reporter import Reporter
from pingyi.review.appraisal.domain.result import ReporterResult
from pingyi.review.appraisal.domain.rules import Rules
from pingyi.review.appraisal.domain.steps import ClassStep, class_steps, part_steps
from pingyi.review.appraisal.phrases import GRADE_WORDS, PART_WORDS
from pingyi.review.appraisal.queries.results import ResultClass, Results
from pingyi.review.ballots.domain.counts import Counts
from pingyi.review.cycles.domain.decimals import share_text


@dataclass(frozen=True)
class ClassLine:
    """One class on the page. Empty words stand where nothing was counted."""

    code: str
    name: str
    counts: Counts
    bar: tuple[int, int, int, int, int]
    formula: str
    mean: str
    weight: str
    share: str
    part: str


@dataclass(frozen=True)
class PartLine:
    """One part of the whole score on the page."""

    word: str
    mark: str
    weight: str
    part: str


@dataclass(frozen=True)
class Calculation:
    """The arithmetic of one score. `parts` is empty where the ballot alone is the score."""

    classes: tuple[ClassLine, ...]
    is_shared_out: bool
    ballot: str
    ballot_exact: str
    parts: tuple[PartLine, ...]
    total: str
    total_exact: str
    band: str


def finer_words(results: Results) -> dict[int, str]:
    """More decimals for those whose scores look alike and are not, by the reporter's number."""
    alike: dict[str, set[Fraction]] = {}
    scored = [(row, row.result.display, row.result.score) for row in results.rows if row.result]
    for _, display, score in scored:
        if display is not None and score is not None:
            alike.setdefault(display, set()).add(score)
    decimals = results.rules.display_decimals + 2
    return {
        row.reporter.pk: display_text(score, decimals)
        for row, display, score in scored
        if display is not None and score is not None and len(alike[display]) > 1
    }


def calculation_of(
    rules: Rules, classes: Sequence[ResultClass], given: Reporter, result: ReporterResult
) -> Calculation:
    """The steps in words; figures between the steps have one decimal more than the score."""
    steps, parts = class_steps(rules, given, result), part_steps(rules, given, result)
    names = {one.code: one.name for one in classes}
    finer = rules.display_decimals + 1
    return Calculation(
        classes=tuple(_line(rules, names[step.category], step, finer) for step in steps),
        is_shared_out=any(step.share not in (None, step.weight) for step in steps),
        ballot=_shown(result.ballot_score, rules.display_decimals),
        ballot_exact=_exact(result.ballot_score),
        parts=tuple(
            PartLine(
                PART_WORDS[step.name],
                _shown(step.mark, finer),
                share_text(step.weight),
                _shown(step.part, finer),
            )
            for step in parts
        )
        if len(parts) > 1 or parts[0].name != "ballot"
        else (),
        total=result.display or "",
        total_exact=_exact(result.score),
        band=_band(rules, result),
    )


def _line(rules: Rules, name: str, step: ClassStep, decimals: int) -> ClassLine:
    counts = step.counts
    return ClassLine(
        code=step.category,
        name=name,
        counts=counts,
        bar=(counts.good, counts.fairly_good, counts.average, counts.poor, counts.unknown),
        formula=_formula(rules, step) if step.divisor else "",
        mean=_shown(step.score, decimals),
        weight=share_text(step.weight),
        share="" if step.share is None else share_text(step.share),
        part=_shown(step.part, decimals),
    )


def _formula(rules: Rules, step: ClassStep) -> str:
    """Grades without a mark are left out; nothing earned at all is written 0."""
    points = rules.grade_points
    terms = [
        f"{exact_text(getattr(points, grade))}×{getattr(step.counts, grade)}"
        for grade in GRADE_WORDS
        if getattr(step.counts, grade)
    ]
    return f"({' + '.join(terms) or 0}) ÷ {step.divisor}"


def _band(rules: Rules, result: ReporterResult) -> str:
    """The line that the score reached, in a sentence."""
    if result.score is None:
        return Words("没有得分，没有建议等次。")
    for band in rules.bands:
        if band.name == result.grade:
            return Words(
                "{exact_text}分及以上为“{grade_words}”，用精确值比。",
                exact_text=exact_text(band.bound),
                grade_words=GRADE_WORDS[band.name],
            )
    return Words("没有达到最低一段的分数线，没有建议等次。")


def _shown(value: Fraction | None, decimals: int) -> str:
    return "" if value is None else display_text(value, decimals)


def _exact(value: Fraction | None) -> str:
    return "" if value is None else fraction_text(value)
