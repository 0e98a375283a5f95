from django.db import models
from django.db.models import Q

from pingyi.ledgers.decisions.models.topic import Topic
from pingyi.organisations.models import InstitutionRow, Person


class Execution(InstitutionRow):
    """What is to be done of a decision, by whom and until when."""

    topic = models.ForeignKey(Topic, on_delete=models.PROTECT, related_name="executions")
    task = models.CharField(max_length=200)
    responsible = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    due_on = models.DateField()
    done_on = models.DateField(null=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(task=""), name="execution_says_what")]

    def __str__(self) -> str:
        return self.task


class ExecutionNote(InstitutionRow):
    """What became of it: progress, what supervision (督办) found, what it was worth (评估). Rows are only added."""

    class Kind(models.TextChoices):
        PROGRESS = "progress"
        SUPERVISION = "supervision"
        EVALUATION = "evaluation"

    execution = models.ForeignKey(Execution, on_delete=models.PROTECT, related_name="notes")
    kind = models.CharField(max_length=12, choices=Kind)
    text = models.CharField(max_length=500)
    happened_on = models.DateField()
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="execution_note_says_something")]

    def __str__(self) -> str:
        return f"{self.kind} of {self.execution_id}"
