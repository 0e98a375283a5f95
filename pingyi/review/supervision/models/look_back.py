from django.db import models
from django.db.models import Q

from pingyi.organisations.models import InstitutionRow
from pingyi.review.rectification.models import Task


class LookBack(InstitutionRow):
    """What somebody found who looked again at a task that was closed out (回头看): it holds, or the fault came back."""

    class Result(models.TextChoices):
        HOLDS = "holds"
        CAME_BACK = "came_back"

    task = models.ForeignKey(Task, on_delete=models.PROTECT, related_name="look_backs")
    due_on = models.DateField()
    result = models.CharField(max_length=12, choices=Result)
    found = models.TextField()
    closed_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")
    looked_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")
    looked_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["task", "due_on"], name="look_back_once"),
            models.CheckConstraint(condition=~Q(found=""), name="look_back_says_what_was_found"),
        ]

    def __str__(self) -> str:
        return f"{self.result} of {self.task_id}"
