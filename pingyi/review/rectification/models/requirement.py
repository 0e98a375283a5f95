from django.db import models
from django.db.models import F, Q

from pingyi.organisations.models import InstitutionRow, Organisation
from pingyi.review.cycles.models import Cycle, ReviewMeeting
from pingyi.review.rectification.domain.follow_up import FollowUpState


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
    """One organisation's answer to one requirement, ticked off by a second person."""

    State = FollowUpState

    requirement = models.ForeignKey(Requirement, on_delete=models.CASCADE, related_name="follow_ups")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="follow_ups")
    state = models.CharField(
        max_length=8, choices=[(state.value, state.value) for state in FollowUpState], default=State.OPEN
    )
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(
        "accounts.Account", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    return_reason = models.TextField(blank=True)
    closed_by = models.ForeignKey(
        "accounts.Account", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["requirement", "organisation"], name="follow_up_once"),
            models.CheckConstraint(
                condition=Q(state="open")
                | (Q(answered_by__isnull=False, answered_at__isnull=False) & ~Q(answer="")),
                name="follow_up_answered_with_words_author_and_time",
            ),
            models.CheckConstraint(
                condition=(Q(state="done") & Q(closed_by__isnull=False, closed_at__isnull=False))
                | (~Q(state="done") & Q(closed_by__isnull=True, closed_at__isnull=True)),
                name="follow_up_closed_with_author_and_time",
            ),
            models.CheckConstraint(
                condition=Q(closed_by__isnull=True) | ~Q(closed_by=F("answered_by")),
                name="follow_up_closed_by_a_second_person",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.requirement_id} {self.organisation_id}"
