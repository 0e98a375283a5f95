"""Looking at the clock: whoever has to be told of an overdue task is told, each rung of each deadline once."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django_scopes import scope, scopes_disabled

from pingyi.core.clock import today
from pingyi.core.errors import Forbidden, Refused
from pingyi.core.services import record_event
from pingyi.core.words import Words
from pingyi.notices.domain.hooks import HookTopic
from pingyi.notices.services import Draft, GroupWord, give_notices, tell_groups
from pingyi.organisations.actor import Actor
from pingyi.review.cycles.models import Cycle
from pingyi.review.rectification.models import Task
from pingyi.review.supervision.domain.ladder import Rung
from pingyi.review.supervision.models import EscalationStep
from pingyi.review.supervision.phrases import RUNGS
from pingyi.review.supervision.queries.overdue import ladder_board
from pingyi.review.supervision.queries.recipients import Reader, line_of_institution
from pingyi.review.supervision.rules import may_supervise

NOTICE_KIND = "task.overdue"


@dataclass(frozen=True)
class Escalated:
    """`steps`: rungs told now; `nobody`: those of them on which nobody can sign in; `unknown_years`: no calendar."""

    steps: int = 0
    tasks: int = 0
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
    """The errand: every frozen cycle that has an overdue task. Twice, or in two processes at once, tells once."""
    with scopes_disabled():
        late = Task.objects.filter(state=Task.State.OPEN, due_on__lt=today(now))
        cycles = list(
            Cycle.objects.filter(state=Cycle.State.FROZEN, pk__in=late.values("problem__cycle"))
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
    day = today(now)
    board = ladder_board(cycle, day)
    if not board.is_running:
        return None
    # What an earlier year left open is told by the ladder of its own year, as long as that is not archived.
    rows = [row for row in board.rows if row.owed and _is_ours(row.task.problem.cycle, cycle)]
    line = line_of_institution() if rows else None
    drafts: list[Draft] = []
    # Whoever stands on two rungs that are reached at once is told once.
    told: set[tuple[int, int]] = set()
    steps = nobody = 0
    late: defaultdict[str, set[int]] = defaultdict(set)
    for row in rows:
        for rung in row.owed:
            readers = line.readers(rung, row.task) if line else []
            if not _take(row.task, rung, readers, now):
                continue
            steps, nobody = steps + 1, nobody + (not readers)
            late[row.task.problem.organisation.name].add(row.task.pk)
            drafts += [
                _draft(row.task, rung, reader, day)
                for reader in readers
                if (row.task.pk, reader.account_id) not in told
            ]
            told |= {(row.task.pk, reader.account_id) for reader in readers}
            _record(row.task, rung, readers, actor_id, now)
    given = give_notices(institution_id=cycle.institution_id, given_by_id=actor_id, now=now, drafts=drafts)
    if late:
        word = _group_word(cycle, late, day)
        tell_groups(institution_id=cycle.institution_id, now=now, words=[word])
    tasks = sum(len(ones) for ones in late.values())
    return Escalated(steps, tasks, given.given, given.mails, nobody, tuple(board.unknown_years))


def _is_ours(of_task: Cycle, cycle: Cycle) -> bool:
    return of_task.pk == cycle.pk or of_task.state == Cycle.State.ARCHIVED


def _take(task: Task, rung: Rung, readers: list[Reader], now: datetime) -> bool:
    """Whether this rung is ours to tell: the database lets one of several do it."""
    _, is_new = EscalationStep.objects.get_or_create(
        task=task,
        rung=rung,
        due_on=task.due_on,
        round=task.times_reopened,
        defaults={
            "institution_id": task.institution_id,
            "told": len(readers),
            "names": "、".join(dict.fromkeys(reader.name for reader in readers))[:300],
            "told_at": now,
        },
    )
    return bool(is_new)


def _draft(task: Task, rung: Rung, reader: Reader, day: date) -> Draft:
    problem = task.problem
    number = f"{problem.cycle.year}-{problem.number:03d}"
    return Draft(
        reader.account_id,
        NOTICE_KIND,
        f"task:{task.pk}:{task.due_on.isoformat()}:{task.times_reopened}:{rung}",
        Words(
            "{organisation}的整改任务{number}过了期限{days}天",
            organisation=problem.organisation.name[:60],
            number=number,
            days=(day - task.due_on).days,
        ),
        _ASKED[rung],
        f"/office/tasks/{task.pk}/" if reader.may_open else "",
    )


_ASKED: dict[Rung, str] = {
    Rung.RESPONSIBLE: Words("这项任务由您负责。办完了请报完成、交佐证；办不完，请早些说明情况、申请延期。"),
    Rung.SECRETARY: Words("已经提醒过责任人。请过问一下卡在哪里，需要延期的请申请。"),
    Rung.SUPERIOR: Words("已经提醒过责任人和本单位书记。请督促一下。"),
    Rung.DEPARTMENT: Words("已经逐级提醒过。请和单位联系，了解情况。"),
}


def _record(task: Task, rung: Rung, readers: list[Reader], actor_id: int | None, now: datetime) -> None:
    record_event(
        institution_id=task.institution_id,
        verb="task.escalated",
        actor_id=actor_id,
        subject=task,
        now=now,
        payload={
            "organisation": task.problem.organisation.name,
            "title": RUNGS[rung],
            "rung": rung.value,
            "told": [reader.account_id for reader in readers],
        },
    )


def _group_word(cycle: Cycle, late: dict[str, set[int]], day: date) -> GroupWord:
    total = sum(len(ones) for ones in late.values())
    parts = [Words("{name}{count}项", name=name, count=len(ones)) for name, ones in list(late.items())[:20]]
    return GroupWord(
        HookTopic.OVERDUE,
        f"cycle:{cycle.pk}:{day.isoformat()}",
        Words("{units}个单位有{total}项整改任务过了期限", units=len(late), total=total),
        Words("{parts}。请登录评议系统办理。", parts="、".join(parts)),
        f"/office/cycles/{cycle.pk}/ladder/",
    )
