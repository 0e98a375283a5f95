from django.conf import settings
from django.db import models
from django.db.models import Q

from pingyi.organisations.models import InstitutionRow, Organisation
from pingyi.review.cycles.models import Cycle
from pingyi.review.dutyreports.models.report import DutyReport


class Examiner(InstitutionRow):
    """Who examines reports at one level of the chain below the clerks: those of one organisation, or of all."""

    cycle = models.ForeignKey(Cycle, on_delete=models.CASCADE, related_name="report_examiners")
    level = models.CharField(max_length=20)
    account = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    organisation = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["cycle", "level", "account", "organisation"],
                condition=Q(organisation__isnull=False),
                name="examiner_once_per_organisation",
            ),
            models.UniqueConstraint(
                fields=["cycle", "level", "account"],
                condition=Q(organisation__isnull=True),
                name="examiner_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.account_id} at {self.level}"


class Examination(InstitutionRow):
    """What one level said about one draft. Rows are only added."""

    class Verdict(models.TextChoices):
        PASSED = "passed"
        RETURNED = "returned"

    report = models.ForeignKey(DutyReport, on_delete=models.CASCADE, related_name="examinations")
    round = models.PositiveSmallIntegerField()
    level = models.CharField(max_length=20)
    verdict = models.CharField(max_length=16, choices=Verdict)
    reason = models.TextField(blank=True)
    due_at = models.DateTimeField(null=True, blank=True)
    examined_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    examined_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(verdict="passed") | ~Q(reason=""), name="examination_returned_with_reason"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.level} {self.verdict}"
