"""Rectification as a source of evidence."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from datetime import date, datetime

from pingyi.core.clock import today
from pingyi.organisations.domain.facts import EvidenceSource, Fact, Span
from pingyi.review.rectification.domain.facts import MEASURES, ProblemLine, facts_of_problems
from pingyi.review.rectification.models import ProblemItem, Task
from pingyi.review.rectification.queries.known import known_problems

_Tasks = dict[int, list[tuple[date, bool, bool]]]


def rectification_facts(organisation_ids: Collection[int], period: Span) -> Iterator[Fact]:
    """How the problems of the review before the year in which the span ends stand on its last day; what was withdrawn
    after a contest is no problem of anybody. Two queries, however many organisations.
    """
    year = period.last.year - 1
    problems = (
        ProblemItem.objects.filter(known_problems(), organisation__in=organisation_ids, cycle__year=year)
        .exclude(state=ProblemItem.State.WITHDRAWN)
        .values_list("pk", "organisation_id", "source", "closed_at")
    )
    rows = list(problems)
    tasks = _tasks([row[0] for row in rows], period.last)
    lines: dict[int, list[ProblemLine]] = defaultdict(list)
    for key, organisation_id, source, closed_at in rows:
        is_self_found = source == ProblemItem.Source.SELF_FOUND
        line = ProblemLine(_was_by(closed_at, period.last), is_self_found, tuple(tasks[key]))
        lines[organisation_id].append(line)
    for organisation_id, found in sorted(lines.items()):
        yield from facts_of_problems(organisation_id, year, period, found)


def _tasks(problem_ids: Collection[int], day: date) -> _Tasks:
    """One query."""
    found: _Tasks = defaultdict(list)
    rows = Task.objects.filter(problem__in=problem_ids).order_by("problem", "sequence")
    for key, due_on, closed_at, reopened_at in rows.values_list(
        "problem_id", "due_on", "closed_at", "reopened_at"
    ):
        found[key].append((due_on, _was_by(closed_at, day), _was_by(reopened_at, day)))
    return found


def _was_by(moment: datetime | None, day: date) -> bool:
    return moment is not None and today(moment) <= day


EVIDENCE = EvidenceSource(MEASURES, rectification_facts)
