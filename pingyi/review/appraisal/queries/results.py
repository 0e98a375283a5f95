"""The results of one meeting as they were kept: every number on the page comes from this one calculation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from pingyi.review.appraisal.domain.kept import appraisal_from, has_failed
from pingyi.review.appraisal.domain.parse import parse
from pingyi.review.appraisal.domain.result import Appraisal, ReporterResult
from pingyi.review.appraisal.queries.decisions import latest_decisions
from pingyi.review.ballots.domain.counts import Counts, added_up
from pingyi.review.ballots.models import Box
from pingyi.review.cycles.queries import reporters_of

if TYPE_CHECKING:
    from pingyi.review.appraisal.domain.reporter import Reporter as Given
    from pingyi.review.appraisal.domain.rules import Rules
    from pingyi.review.appraisal.models import AppraisalSnapshot, GradeDecision
    from pingyi.review.cycles.models import Reporter


@dataclass(frozen=True)
class ResultClass:
    """A voter class of the meeting. `unopened_reason` says why its box stayed shut, if it did."""

    code: str
    name: str
    weight: Fraction
    issued: int
    returned: int
    unopened_reason: str = ""


@dataclass(frozen=True)
class ResultRow:
    """One secretary: what was counted, what came of it, what was decided.

    `given` and `result` are None for whom nobody voted on, `result` also where the rules give no score.
    """

    reporter: Reporter
    given: Given | None
    result: ReporterResult | None
    decision: GradeDecision | None

    @property
    def total(self) -> Counts:
        """The ballots of all classes together."""
        return added_up(self.given.ballots.values()) if self.given else Counts()

    @property
    def bar(self) -> tuple[int, int, int, int, int]:
        """In the order in which bars are always drawn."""
        counts = self.total
        return counts.good, counts.fairly_good, counts.average, counts.poor, counts.unknown

    @property
    def proposed(self) -> str | None:
        return self.result.grade if self.result else None

    @property
    def is_changed(self) -> bool:
        """The committee decided another grade than was proposed to it."""
        return self.decision is not None and self.decision.decided_grade != self.decision.proposed_grade


@dataclass(frozen=True)
class Results:
    """One calculation with the names to its codes. `appraisal` is None where the rules give no score."""

    snapshot: AppraisalSnapshot
    rules: Rules
    appraisal: Appraisal | None
    classes: tuple[ResultClass, ...]
    rows: tuple[ResultRow, ...]

    @property
    def empty_classes(self) -> list[ResultClass]:
        return [one for one in self.classes if one.returned == 0]


def results_of(snapshot: AppraisalSnapshot) -> Results:
    """The kept calculation with people, classes and decisions, in the order of the ballot. Three queries."""
    rules, given = parse(snapshot.input)
    appraisal = None if has_failed(snapshot.output) else appraisal_from(snapshot.output, rules)
    found = {one.id: one for one in appraisal.reporters} if appraisal else {}
    by_id = {one.id: one for one in given}
    decisions = latest_decisions(snapshot.meeting.cycle)
    return Results(
        snapshot=snapshot,
        rules=rules,
        appraisal=appraisal,
        classes=_classes(snapshot, rules, given),
        rows=tuple(
            ResultRow(
                reporter, by_id.get(str(reporter.pk)), found.get(str(reporter.pk)), decisions.get(reporter.pk)
            )
            for reporter in reporters_of(snapshot.meeting)
        ),
    )


def by_score(rows: Sequence[ResultRow]) -> list[ResultRow]:
    """The highest exact score first; who has none comes last, in the order of the ballot."""
    return sorted(rows, key=lambda row: row.result.rank or len(rows) + 1 if row.result else len(rows) + 2)


def _classes(snapshot: AppraisalSnapshot, rules: Rules, given: Sequence[Given]) -> tuple[ResultClass, ...]:
    boxes = {
        box.voter_class.code: box
        for box in Box.objects.filter(voting__meeting=snapshot.meeting_id).select_related("voter_class")
    }
    classes = []
    for category in rules.categories:
        box = boxes[category.id]
        counts = given[0].ballots.get(category.id, Counts()) if given else Counts()
        is_unopened = box.small_decision == Box.SmallDecision.UNOPENED
        classes.append(
            ResultClass(
                code=category.id,
                name=box.voter_class.name,
                weight=category.weight,
                issued=counts.issued,
                returned=counts.returned,
                unopened_reason=box.small_reason if is_unopened else "",
            )
        )
    return tuple(classes)
