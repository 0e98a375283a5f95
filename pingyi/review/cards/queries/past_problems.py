"""The problems of the last review on cards: state, tasks, evidence, and whether the fault was struck off before."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Count

from pingyi.core.clock import today
from pingyi.organisations.domain.reckoning import Reckoning
from pingyi.organisations.phrases import late_words
from pingyi.review.cards.domain.past_problem import PastProblem
from pingyi.review.cycles.models import Cycle
from pingyi.review.genealogy.queries.chains import Chain, chains_of
from pingyi.review.rectification.domain.periods import answer_lateness
from pingyi.review.rectification.domain.problem import CLAIMED_STATES, WAITING_STATES
from pingyi.review.rectification.domain.task import TaskState
from pingyi.review.rectification.models import ProblemItem, Task
from pingyi.review.rectification.phrases import PROBLEM_STATES
from pingyi.review.rectification.queries.carried import SETTLED
from pingyi.review.rectification.queries.known import known_problems


@dataclass
class _Tasks:
    total: int = 0
    closed: int = 0
    evidence: int = 0
    reopened: int = 0
    due: list[date] = field(default_factory=list)


def past_problems(
    cycle: Cycle, organisation_ids: Collection[int], answer_days: int, at: Reckoning
) -> dict[int, tuple[PastProblem, ...]]:
    """By organisation: what the review before this one named, and what older ones left open; withdrawn ones are none.
    Seven queries at most, however many there are.
    """
    rows = list(
        ProblemItem.objects.filter(
            known_problems(),
            cycle__convenor=cycle.convenor_id,
            cycle__year__lt=cycle.year,
            cycle__polled__isnull=True,
            organisation__in=organisation_ids,
        )
        .exclude(state=ProblemItem.State.WITHDRAWN)
        .select_related("cycle")
        .order_by("-cycle__year", "number")
    )
    rows = [row for row in rows if row.cycle.year == cycle.year - 1 or row.state not in SETTLED]
    tasks, chains = _tasks(rows), chains_of(rows)
    found: defaultdict[int, list[PastProblem]] = defaultdict(list)
    for row in rows:
        found[row.organisation_id].append(_problem(row, tasks[row.pk], chains[row.pk], answer_days, at))
    return {key: tuple(listed) for key, listed in found.items()}


def _tasks(rows: list[ProblemItem]) -> defaultdict[int, _Tasks]:
    """One query."""
    found: defaultdict[int, _Tasks] = defaultdict(_Tasks)
    tasks = Task.objects.filter(problem__in=rows).annotate(pieces=Count("evidence"))
    for problem_id, state, due_on, reopened, pieces in tasks.values_list(
        "problem_id", "state", "due_on", "times_reopened", "pieces"
    ):
        one = found[problem_id]
        one.total += 1
        one.evidence += pieces
        one.reopened += reopened
        if state == TaskState.CLOSED:
            one.closed += 1
        elif state == TaskState.OPEN:
            one.due.append(due_on)
    return found


def _problem(row: ProblemItem, tasks: _Tasks, chain: Chain, answer_days: int, at: Reckoning) -> PastProblem:
    due_on = min(tasks.due, default=None)
    if row.state in WAITING_STATES:
        late = answer_lateness(row.state, today(row.raised_at), answer_days, at)
    else:
        late = at.late_by(due_on) if due_on is not None else None
    return PastProblem(
        key=row.pk,
        year=row.cycle.year,
        number=row.number,
        text=row.text,
        state=PROBLEM_STATES[row.state],
        is_claimed=row.state in CLAIMED_STATES,
        is_closed=row.state in SETTLED,
        closed_on=today(row.closed_at) if row.closed_at else None,
        tasks=tasks.total,
        closed_tasks=tasks.closed,
        evidence=tasks.evidence,
        due_on=due_on,
        late=late_words(late) if late else "",
        times_reopened=tasks.reopened,
        came_back=chain.is_reopened_line,
        history=chain.history,
    )
