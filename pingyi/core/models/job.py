from django.db import models


class Job(models.Model):
    """Long work that somebody waits for: how far it is, how it ended, and whether it was asked to stop."""

    class State(models.TextChoices):
        WAITING = "waiting"
        RUNNING = "running"
        DONE = "done"
        FAILED = "failed"
        CANCELLED = "cancelled"

    institution_id = models.BigIntegerField(db_index=True)
    kind = models.CharField(max_length=64)
    arguments = models.JSONField(default=dict)
    state = models.CharField(max_length=16, choices=State, default=State.WAITING)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    message = models.TextField(blank=True)
    result = models.JSONField(null=True)
    is_cancel_asked = models.BooleanField(default=False)
    asked_by_id = models.BigIntegerField()
    asked_at = models.DateTimeField()
    # When the worker last gave a sign of life: a job that runs without one belongs to a process that is gone.
    seen_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.kind} {self.state}"
