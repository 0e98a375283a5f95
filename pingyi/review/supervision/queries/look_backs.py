"""Tasks that were closed out and are to be looked at again."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import F, OuterRef, Q, Subquery

from pingyi.review.cycles.models import Cycle
from pingyi.review.rectification.models import Task
from pingyi.review.supervision.models import LookBack


@dataclass(frozen=True)
class LookBackBoard:
    """`due` wait for somebody, `ahead` have their day later, `done` are the newest first. `closed` is what could be
    looked at at all."""

    due: tuple[Task, ...]
    ahead: tuple[Task, ...]
    done: tuple[LookBack, ...]
    closed: int

    @property
    def planned(self) -> int:
        return len(self.due) + len(self.ahead) + len(self.done)

    @property
    def came_back(self) -> int:
        return sum(look.result == LookBack.Result.CAME_BACK for look in self.done)


def look_back_board(
    cycle: Cycle, day: date, organisation_ids: Collection[int] | None = None
) -> LookBackBoard:
    """Closed tasks of the convenor's cycles up to this one, whatever their year. Three queries."""
    tasks = Task.objects.filter(
        problem__cycle__convenor=cycle.convenor_id, problem__cycle__year__lte=cycle.year
    )
    looks = LookBack.objects.filter(
        task__problem__cycle__convenor=cycle.convenor_id, task__problem__cycle__year__lte=cycle.year
    )
    if organisation_ids is not None:
        tasks = tasks.filter(problem__organisation__in=organisation_ids)
        looks = looks.filter(task__problem__organisation__in=organisation_ids)
    last = LookBack.objects.filter(task=OuterRef("pk")).order_by("-pk").values("due_on")[:1]
    waiting = list(
        tasks.filter(state=Task.State.CLOSED, relapse_check_on__isnull=False)
        .annotate(looked_for=Subquery(last))
        .filter(Q(looked_for__isnull=True) | ~Q(looked_for=F("relapse_check_on")))
        .select_related("problem__organisation", "problem__cycle", "responsible")
        .order_by("relapse_check_on", "pk")
    )
    return LookBackBoard(
        due=tuple(task for task in waiting if _is_due(task, day)),
        ahead=tuple(task for task in waiting if not _is_due(task, day)),
        done=tuple(
            looks.select_related(
                "task__problem__organisation", "task__problem__cycle", "looked_by", "closed_by"
            ).order_by("-pk")[:200]
        ),
        closed=tasks.filter(state=Task.State.CLOSED).count(),
    )


def _is_due(task: Task, day: date) -> bool:
    return task.relapse_check_on is not None and task.relapse_check_on <= day
