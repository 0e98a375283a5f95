"""Looking at the clock: whoever has to look back at a closed task is told when its day has come, once."""

from collections import defaultdict
from datetime import datetime

from django.db import transaction
from django_scopes import scope, scopes_disabled

from pingyi.core.clock import today
from pingyi.core.words import Words
from pingyi.notices.domain.hooks import HookTopic
from pingyi.notices.queries import last_given
from pingyi.notices.services import Draft, GroupWord, give_notices, tell_groups
from pingyi.organisations.models import Institution
from pingyi.review.rectification.models import Task
from pingyi.review.supervision.models import LookBack
from pingyi.review.supervision.queries.recipients import line_of_institution

KIND = "task.look_back"


def remind_look_backs(now: datetime) -> None:
    """The errand. Clerks get one notice for each review and day; the groups one sentence."""
    with scopes_disabled():
        due = Task.objects.filter(state=Task.State.CLOSED, relapse_check_on__lte=today(now))
        institutions = list(Institution.objects.filter(pk__in=due.values("institution")).order_by("pk"))
    for institution in institutions:
        with scope(institution=institution), transaction.atomic():
            _remind(institution, now)


def _remind(institution: Institution, now: datetime) -> None:
    done = set(LookBack.objects.values_list("task_id", "due_on"))
    due = Task.objects.filter(state=Task.State.CLOSED, relapse_check_on__lte=today(now))
    waiting = [
        task
        for task in due.select_related("problem").order_by("pk")
        if (task.pk, task.relapse_check_on) not in done
    ]
    told = last_given([KIND], [_about(task) for task in waiting])
    fresh = [task for task in waiting if _about(task) not in told]
    line = line_of_institution() if fresh else None
    of_cycle: defaultdict[int, list[Task]] = defaultdict(list)
    for task in fresh:
        of_cycle[task.problem.cycle_id].append(task)
    give_notices(
        institution_id=institution.pk,
        given_by_id=None,
        now=now,
        drafts=[
            Draft(
                reader.account_id,
                KIND,
                _about(task),
                Words("到了回头看的日子：问题{number}的整改任务", number=task.problem.number),
                "",
                f"/office/cycles/{task.problem.cycle_id}/look-backs/",
            )
            for task in fresh
            for reader in (line.clerks if line else [])
        ],
    )
    words = [
        GroupWord(
            HookTopic.LOOK_BACK,
            f"cycle:{cycle_id}:{today(now).isoformat()}",
            Words("有{count}项销了号的任务到了回头看的日子", count=len(tasks)),
            "",
            f"/office/cycles/{cycle_id}/look-backs/",
        )
        for cycle_id, tasks in of_cycle.items()
    ]
    tell_groups(institution_id=institution.pk, now=now, words=words)


def _about(task: Task) -> str:
    return f"task:{task.pk}:{task.relapse_check_on}"
