from django.db import models
from django.db.models import Q

from pingyi.organisations.models import InstitutionRow
from pingyi.review.rectification.models import ProblemItem, Task
from pingyi.review.supervision.domain.ladder import Rung


class EscalationStep(InstitutionRow):
    """One rung of the ladder for one deadline: told once, whoever looks at the clock and how often.

    The deadline is that of a task, or, without a task, the day by which the organisation had to answer the problem.
    `due_on` and `round` (how often the task was reopened) begin a new ladder when a deadline is put off or a task
    comes back. `told` are the people who got the notice; 0 where nobody on this rung can sign in.
    """

    problem = models.ForeignKey(ProblemItem, on_delete=models.CASCADE, related_name="escalations")
    task = models.ForeignKey(
        Task, null=True, blank=True, on_delete=models.CASCADE, related_name="escalations"
    )
    rung = models.CharField(max_length=12, choices=[(rung.value, rung.value) for rung in Rung])
    due_on = models.DateField()
    round = models.PositiveSmallIntegerField(default=0)
    told = models.PositiveSmallIntegerField(default=0)
    names = models.CharField(max_length=300, blank=True)
    told_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["task", "rung", "due_on", "round"], name="escalation_told_once"),
            models.UniqueConstraint(
                fields=["problem", "rung", "due_on"],
                condition=Q(task__isnull=True),
                name="escalation_of_problem_told_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.rung} of {self.problem_id}-{self.task_id}"
