from django.db import models
from django.db.models import Q

from pingyi.organisations.models import InstitutionRow
from pingyi.review.cycles.models import Reporter
from pingyi.review.rectification.models import ProblemItem


class DutyReport(InstitutionRow):
    """What a secretary reports about leading Party building in the year (述职报告)."""

    class State(models.TextChoices):
        DRAFT = "draft"
        SUBMITTED = "submitted"
        RETURNED = "returned"
        ACCEPTED = "accepted"

    reporter = models.OneToOneField(Reporter, on_delete=models.CASCADE, related_name="report")
    state = models.CharField(max_length=16, choices=State, default=State.DRAFT)
    # Grows with every save: a save that started from an older version is refused, so that no text is lost.
    version = models.PositiveIntegerField(default=1)
    submitted_at = models.DateTimeField(null=True, blank=True)
    submitted_by = models.ForeignKey(
        "accounts.Account", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        "accounts.Account", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    return_reason = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="returned") | ~Q(return_reason=""), name="report_returned_with_reason"
            ),
            models.CheckConstraint(
                condition=Q(state__in=["draft", "returned"])
                | Q(submitted_at__isnull=False, submitted_by__isnull=False),
                name="report_submitted_with_author_and_time",
            ),
        ]

    def __str__(self) -> str:
        return f"report of {self.reporter_id}"


class ReportSection(InstitutionRow):
    report = models.ForeignKey(DutyReport, on_delete=models.CASCADE, related_name="sections")
    sequence = models.PositiveSmallIntegerField()
    heading = models.CharField(max_length=120)
    text = models.TextField(blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["report", "sequence"], name="section_sequence_once")]

    def __str__(self) -> str:
        return self.heading


class ProblemAnswer(InstitutionRow):
    """The compulsory answer to one problem that was still open when the report was begun (必答题)."""

    report = models.ForeignKey(DutyReport, on_delete=models.CASCADE, related_name="answers")
    problem = models.ForeignKey(ProblemItem, on_delete=models.PROTECT, related_name="answers")
    text = models.TextField(blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["report", "problem"], name="answer_once")]

    def __str__(self) -> str:
        return f"answer to {self.problem_id}"
