from django.db import models

from pingyi.organisations.models import InstitutionRow
from pingyi.review.rectification.models import Task
from pingyi.review.supervision.domain.ladder import Rung


class EscalationStep(InstitutionRow):
    """One rung of the ladder for one deadline of one task: told once, whoever looks at the clock and how often.

    `due_on` and `round` (how often the task was reopened) begin a new ladder when a deadline is put off or a task
    comes back. `told` are the people who got the notice; 0 where nobody on this rung can sign in.
    """

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="escalations")
    rung = models.CharField(max_length=12, choices=[(rung.value, rung.value) for rung in Rung])
    due_on = models.DateField()
    round = models.PositiveSmallIntegerField(default=0)
    told = models.PositiveSmallIntegerField(default=0)
    names = models.CharField(max_length=300, blank=True)
    told_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["task", "rung", "due_on", "round"], name="escalation_told_once"),
        ]

    def __str__(self) -> str:
        return f"{self.rung} of {self.task_id}"
