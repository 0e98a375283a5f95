"""One calculation feeds every output: screens, letters, workbooks, command line read what this returns."""

from collections.abc import Sequence

from pingyi.core.words import Words
from pingyi.review.appraisal.domain.errors import InputError, inside
from pingyi.review.appraisal.domain.grade import grade_of, most_good
from pingyi.review.appraisal.domain.number import display_text
from pingyi.review.appraisal.domain.output import as_document
from pingyi.review.appraisal.domain.parse import parse
from pingyi.review.appraisal.domain.rank import ranks
from pingyi.review.appraisal.domain.reporter import Reporter
from pingyi.review.appraisal.domain.result import Appraisal, ReporterResult
from pingyi.review.appraisal.domain.rules import Rules, refuse_repeats
from pingyi.review.appraisal.domain.score import ballot_score, category_scores, composite_score


def appraise_document(document: object) -> dict[str, object]:
    """The contract `appraise` from JSON value to JSON value. Raises InputError."""
    rules, reporters = parse(document)
    return as_document(appraise(rules, reporters))


def appraise(rules: Rules, reporters: Sequence[Reporter]) -> Appraisal:
    """Scores, grades and ranks of all reporters under these rules. Raises InputError."""
    check_reporters(rules, reporters)
    categories, ballots, scores = [], [], []
    for index, reporter in enumerate(reporters):
        with inside(f"reporters[{index}]"):
            categories.append(category_scores(rules, reporter))
            ballots.append(ballot_score(rules, reporter.id, categories[index]))
            scores.append(composite_score(rules.composite, ballots[index], reporter))
    grades = [None if score is None else grade_of(score, rules.bands) for score in scores]
    displays = [None if score is None else display_text(score, rules.display_decimals) for score in scores]
    places = ranks(scores)
    max_good = most_good(len(reporters), rules.min_non_good_share)
    good_count = grades.count(rules.bands[0].name)
    return Appraisal(
        reporters=tuple(
            ReporterResult(
                id=reporter.id,
                score=scores[index],
                ballot_score=ballots[index],
                display=displays[index],
                grade=grades[index],
                rank=places[index],
                categories=categories[index],
            )
            for index, reporter in enumerate(reporters)
        ),
        max_good=max_good,
        good_count=good_count,
        over_cap=max(0, good_count - max_good),
    )


def check_reporters(rules: Rules, reporters: Sequence[Reporter]) -> None:
    """Nobody is counted twice, and nobody has ballots of a class that the rules do not weigh."""
    with inside("reporters"):
        refuse_repeats([reporter.id for reporter in reporters], "id", Words("述职人编号"))
    known = {category.id for category in rules.categories}
    for index, reporter in enumerate(reporters):
        for category in reporter.ballots:
            if category not in known:
                path = f"reporters[{index}].ballots.{category}"
                raise InputError(path, Words("规则里没有类别“{category}”。请核对。", category=category))
