from django.db import models

from pingyi.organisations.models import InstitutionRow, Organisation
from pingyi.review.cycles.models import Cycle, ReviewMeeting


class Requirement(InstitutionRow):
    """A numbered requirement of the speech (一是、二是、三是), for the organisations of one level or for all."""

    class Level(models.TextChoices):
        ALL = "all"
        HOSPITAL = "hospital"
        COLLEGE = "college"
        BRANCH = "branch"

    cycle = models.ForeignKey(Cycle, on_delete=models.PROTECT, related_name="requirements")
    meeting = models.ForeignKey(ReviewMeeting, on_delete=models.PROTECT, related_name="requirements")
    number = models.PositiveSmallIntegerField()
    level = models.CharField(max_length=16, choices=Level)
    text = models.TextField()
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["meeting", "number"], name="requirement_number_once")]

    def __str__(self) -> str:
        return f"{self.number} {self.text[:20]}"


class FollowUp(InstitutionRow):
    """One organisation's answer to one requirement."""

    class State(models.TextChoices):
        OPEN = "open"
        DONE = "done"

    requirement = models.ForeignKey(Requirement, on_delete=models.CASCADE, related_name="follow_ups")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="follow_ups")
    state = models.CharField(max_length=8, choices=State, default=State.OPEN)
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(
        "accounts.Account", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["requirement", "organisation"], name="follow_up_once"),
        ]

    def __str__(self) -> str:
        return f"{self.requirement_id} {self.organisation_id}"
