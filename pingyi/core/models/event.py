from django.db import models


class Event(models.Model):
    """One line of an institution's log: who did what to which row, chained by hashes.

    No foreign keys: the line must outlive what it speaks of. Database triggers refuse change and removal.
    """

    institution_id = models.BigIntegerField()
    sequence = models.PositiveBigIntegerField()
    verb = models.CharField(max_length=64)
    actor_id = models.BigIntegerField(null=True)
    subject_kind = models.CharField(max_length=64)
    subject_id = models.CharField(max_length=64)
    recorded_at = models.DateTimeField()
    payload_digest = models.CharField(max_length=64)
    previous_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        indexes = [models.Index(fields=["subject_kind", "subject_id"], name="event_of_subject")]
        constraints = [
            models.UniqueConstraint(fields=["institution_id", "sequence"], name="event_sequence_once"),
        ]

    def __str__(self) -> str:
        return f"{self.sequence} {self.verb}"


class EventPayload(models.Model):
    """What the line says in detail, salted, kept apart so that it can be erased without breaking the chain."""

    event = models.OneToOneField(Event, on_delete=models.PROTECT, primary_key=True, related_name="payload")
    salt = models.CharField(max_length=32)
    body = models.JSONField()

    def __str__(self) -> str:
        return f"payload of {self.event_id}"
