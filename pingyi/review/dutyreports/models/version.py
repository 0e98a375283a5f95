from django.db import models

from pingyi.core.models import StoredFile
from pingyi.organisations.models import InstitutionRow
from pingyi.review.dutyreports.domain.kept import Reason
from pingyi.review.dutyreports.models.report import DutyReport


class ReportVersion(InstitutionRow):
    """A report as it stood once (留下的一稿). Never changed afterwards."""

    report = models.ForeignKey(DutyReport, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    reason = models.CharField(max_length=16, choices=[(reason.value, reason.value) for reason in Reason])
    # Which handing-in, which restored version, which file: as people say it.
    note = models.CharField(max_length=200, blank=True)
    kept_at = models.DateTimeField()
    kept_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")
    content = models.JSONField()
    digest = models.CharField(max_length=64)
    length = models.PositiveIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["report", "number"], name="report_version_once")]

    def __str__(self) -> str:
        return f"version {self.number} of {self.report_id}"


class ReportUpload(InstitutionRow):
    """A Word file that was handed in to be placed into the sections of a report. `placed_at` once that was done."""

    report = models.ForeignKey(DutyReport, on_delete=models.CASCADE, related_name="uploads")
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    uploaded_at = models.DateTimeField()
    uploaded_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")
    placed_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"upload {self.pk} for {self.report_id}"
