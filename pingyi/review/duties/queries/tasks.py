"""The rectification tasks that can hang on an entry, and those that do."""

from dataclasses import dataclass

from django.db.models import Q

from pingyi.organisations.domain.reckoning import Late, Reckoning
from pingyi.review.duties.models import DutyItem, DutyTask
from pingyi.review.rectification.domain.periods import task_lateness
from pingyi.review.rectification.models import Task
from pingyi.review.rectification.queries.carried import in_cycle_or_carried


@dataclass(frozen=True)
class OfferedTask:
    """`is_linked`: it hangs on this entry already. `late` only where it is."""

    task: Task
    is_linked: bool
    late: Late | None

    @property
    def measure(self) -> str:
        """The first measure, by which people know the task."""
        return next((one.text for one in sorted(self.task.measures.all(), key=lambda one: one.sequence)), "")


def offered_tasks(item: DutyItem, at: Reckoning) -> list[OfferedTask]:
    """The tasks of the organisation, of this year's problems and of earlier ones still open, and whatever hangs on the
    entry already. Two queries."""
    duty_list = item.duty_list
    linked = set(DutyTask.objects.filter(item=item).values_list("task", flat=True))
    reachable = in_cycle_or_carried(duty_list.cycle, "problem__") & Q(
        problem__organisation=duty_list.organisation_id
    )
    rows = (
        Task.objects.filter(reachable | Q(pk__in=linked))
        .select_related("problem__cycle", "responsible")
        .prefetch_related("measures")
        .order_by("problem__cycle__year", "problem__number", "sequence")
    )
    return [OfferedTask(one, one.pk in linked, task_lateness(one.state, one.due_on, at)) for one in rows]
