"""Looking at the clock: whoever has to be told of what is overdue is told, each rung of each deadline once."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Q
from django_scopes import scope, scopes_disabled

from pingyi.core.clock import today
from pingyi.core.errors import Forbidden, Refused
from pingyi.core.services import record_event
from pingyi.core.words import Words
from pingyi.notices.services import Draft, give_notices, tell_groups
from pingyi.organisations.actor import Actor
from pingyi.review.cycles.models import Cycle
from pingyi.review.rectification.domain.problem import WAITING_STATES
from pingyi.review.rectification.models import ProblemItem, Task
from pingyi.review.supervision.domain.ladder import Rung
from pingyi.review.supervision.models import EscalationStep
from pingyi.review.supervision.phrases import RUNGS
from pingyi.review.supervision.queries.overdue import Overdue, ladder_board
from pingyi.review.supervision.queries.recipients import Line, Reader, line_of_institution
from pingyi.review.supervision.rules import may_supervise
from pingyi.review.supervision.services.overdue_words import draft_of, group_word


@dataclass(frozen=True)
class Escalated:
    """`steps`: rungs told now, of so many `tasks` and `problems`; `nobody`: those on which nobody can sign in;
    `unknown_years`: no calendar."""

    steps: int = 0
    tasks: int = 0
    problems: int = 0
    notices: int = 0
    mails: int = 0
    nobody: int = 0
    unknown_years: tuple[int, ...] = ()


def escalate_cycle(*, actor: Actor, now: datetime, cycle: Cycle) -> Escalated:
    """The clerk has the clock looked at now; what the errand has told already is not told again."""
    if not may_supervise(actor, cycle):
        raise Forbidden(Words("逾期提醒由经办人查。"))
    if cycle.state != Cycle.State.FROZEN:
        raise Refused(Words("这一轮没有封定，或者已经归档，不提醒。"), code="ladder.cycle_state")
    told = _escalate(cycle, now, actor.account_id)
    if told is None:
        raise Refused(
            Words("“规则”里写的是系统不提醒。要逐级提醒，先在“规则”里改。"), code="ladder.switched_off"
        )
    return told


def escalate_by_date(now: datetime) -> None:
    """The errand: every frozen cycle where something may be overdue. Twice, or in two processes at once, tells once."""
    with scopes_disabled():
        late = Task.objects.filter(state=Task.State.OPEN, due_on__lt=today(now))
        waiting = ProblemItem.objects.filter(state__in=WAITING_STATES, raised_at__lt=now)
        cycles = list(
            Cycle.objects.filter(state=Cycle.State.FROZEN)
            .filter(Q(pk__in=late.values("problem__cycle")) | Q(pk__in=waiting.values("cycle")))
            .select_related("institution", "convenor")
            .order_by("pk")
        )
    for cycle in cycles:
        with scope(institution=cycle.institution):
            _escalate(cycle, now, None)


@transaction.atomic
def _escalate(cycle: Cycle, now: datetime, actor_id: int | None) -> Escalated | None:
    """None where the institution has switched the ladder off. Runs of one cycle wait for each other."""
    Cycle.objects.select_for_update(of=("self",)).get(pk=cycle.pk)
    board = ladder_board(cycle, today(now))
    if not board.is_running:
        return None
    # What an earlier year left open is told by the ladder of its own year, as long as that is not archived.
    rows = [row for row in board.rows if row.owed and _is_ours(row.problem.cycle, cycle)]
    line = line_of_institution() if rows else Line()
    told = [step for row in rows for step in _tell(row, line, actor_id, now)]
    drafts = _once_each(told)
    given = give_notices(institution_id=cycle.institution_id, given_by_id=actor_id, now=now, drafts=drafts)
    late = list({step.row.key: step.row for step in told}.values())
    if late:
        word = group_word(cycle, late, today(now))
        tell_groups(institution_id=cycle.institution_id, now=now, words=[word])
    return Escalated(
        steps=len(told),
        tasks=sum(row.task is not None for row in late),
        problems=sum(row.task is None for row in late),
        notices=given.given,
        mails=given.mails,
        nobody=sum(not step.readers for step in told),
        unknown_years=tuple(board.unknown_years),
    )


@dataclass(frozen=True)
class _Told:
    row: Overdue
    rung: Rung
    readers: list[Reader]


def _tell(row: Overdue, line: Line, actor_id: int | None, now: datetime) -> list[_Told]:
    """The rungs of this row that are ours to tell."""
    found = []
    for rung in row.owed:
        readers = line.readers(rung, row.problem.organisation_id, row.task)
        if _take(row, rung, readers, now):
            _record(row, rung, readers, actor_id, now)
            found.append(_Told(row, rung, readers))
    return found


def _once_each(told: list[_Told]) -> list[Draft]:
    """A notice for each reader; whoever stands on two rungs of a row that are reached at once is told once."""
    drafts: dict[tuple[tuple[int, int], int], Draft] = {}
    for step in told:
        for reader in step.readers:
            drafts.setdefault((step.row.key, reader.account_id), draft_of(step.row, step.rung, reader))
    return list(drafts.values())


def _is_ours(of_task: Cycle, cycle: Cycle) -> bool:
    return of_task.pk == cycle.pk or of_task.state == Cycle.State.ARCHIVED


def _take(row: Overdue, rung: Rung, readers: list[Reader], now: datetime) -> bool:
    """Whether this rung is ours to tell: the database lets one of several do it."""
    step = {
        "problem": row.problem,
        "task": row.task,
        "rung": rung,
        "due_on": row.due_on,
        "round": row.round,
    }
    told = {
        "institution_id": row.problem.institution_id,
        "told": len(readers),
        "names": "、".join(dict.fromkeys(reader.name for reader in readers))[:300],
        "told_at": now,
    }
    _, is_new = EscalationStep.objects.get_or_create(**step, defaults=told)
    return bool(is_new)


def _record(row: Overdue, rung: Rung, readers: list[Reader], actor_id: int | None, now: datetime) -> None:
    record_event(
        institution_id=row.problem.institution_id,
        verb="task.escalated" if row.task else "problem.escalated",
        actor_id=actor_id,
        subject=row.task or row.problem,
        now=now,
        payload={
            "organisation": row.problem.organisation.name,
            "title": RUNGS[rung],
            "rung": rung.value,
            "told": [reader.account_id for reader in readers],
        },
    )
