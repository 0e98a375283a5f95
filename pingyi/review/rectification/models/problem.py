from django.db import models
from django.db.models import Q

from pingyi.organisations.models import InstitutionRow, Organisation
from pingyi.review.cycles.models import Cycle


class ProblemItem(InstitutionRow):
    """A named problem of one organisation. It lives until it is closed out, over as many years as that takes."""

    class Source(models.TextChoices):
        COMMENT = "comment"
        BALLOT_REMARK = "ballot_remark"
        SELF_FOUND = "self_found"
        INSPECTION = "inspection"
        LAST_YEAR = "last_year"

    class State(models.TextChoices):
        RAISED = "raised"
        CONTESTED = "contested"
        CLAIMED = "claimed"
        IN_PROGRESS = "in_progress"
        CLOSED = "closed"
        WITHDRAWN = "withdrawn"

    class Tag(models.TextChoices):
        KEY_PROBLEM = "key_problem"
        KEY_AREA = "key_area"
        WEAK_LINK = "weak_link"

    cycle = models.ForeignKey(Cycle, on_delete=models.PROTECT, related_name="problems")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="problems")
    number = models.PositiveIntegerField()
    text = models.TextField()
    source = models.CharField(max_length=16, choices=Source)
    source_note = models.CharField(max_length=200, blank=True)
    tags = models.JSONField(default=list)
    state = models.CharField(max_length=16, choices=State, default=State.RAISED)
    raised_at = models.DateTimeField()
    # Claimed or contested by the organisation, with the one who did it.
    answered_by = models.ForeignKey(
        "accounts.Account", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    answered_at = models.DateTimeField(null=True, blank=True)
    contest_reason = models.TextField(blank=True)
    # The convenor's word on a contest: upheld puts it back to claimed, otherwise it is withdrawn with a reason.
    ruling_note = models.TextField(blank=True)
    ruled_by = models.ForeignKey(
        "accounts.Account", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    ruled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["cycle", "number"], name="problem_number_once"),
            models.CheckConstraint(
                condition=Q(answered_by__isnull=True, answered_at__isnull=True)
                | Q(answered_by__isnull=False, answered_at__isnull=False),
                name="problem_answer_has_author_and_time",
            ),
            models.CheckConstraint(
                condition=~Q(state="contested") | ~Q(contest_reason=""), name="problem_contest_has_reason"
            ),
            models.CheckConstraint(
                condition=~Q(state="withdrawn") | (~Q(ruling_note="") & Q(ruled_by__isnull=False)),
                name="problem_withdrawn_with_ruling",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.text[:20]}"
