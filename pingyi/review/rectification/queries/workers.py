"""Who had a hand in a task."""

from pingyi.review.rectification.domain.second_person import Work
from pingyi.review.rectification.domain.task import NoteKind
from pingyi.review.rectification.models import Evidence, Task, TaskNote

OF_THE_ORGANISATION = (NoteKind.PROGRESS, NoteKind.SUBMITTED)


def work_on(task: Task) -> Work:
    """Who planned it, who reported on it, who brought evidence, who handed it in. Two queries."""
    writers = TaskNote.objects.filter(task=task, kind__in=OF_THE_ORGANISATION)
    bringers = Evidence.objects.filter(task=task)
    return Work(
        planned_by=task.created_by_id,
        submitted_by=task.submitted_by_id,
        workers={
            *writers.values_list("written_by", flat=True),
            *bringers.values_list("recorded_by", flat=True),
        },
        responsible=task.responsible_id,
    )


def has_evidence(task: Task) -> bool:
    """Whether something shows the work: since the task was last reopened, if it was. One query."""
    rows = Evidence.objects.filter(task=task)
    if task.reopened_at is not None:
        rows = rows.filter(recorded_at__gte=task.reopened_at)
    return bool(rows.exists())


def is_last_open(task: Task) -> bool:
    """Whether every other task of the problem is closed out already. One query."""
    others = Task.objects.filter(problem=task.problem_id).exclude(pk=task.pk)
    return not others.exclude(state=Task.State.CLOSED).exists()
