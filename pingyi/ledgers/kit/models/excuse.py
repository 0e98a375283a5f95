from django.db import models

from pingyi.organisations.models import InstitutionRow, Organisation

LONGEST_REASON = 120


class PeriodExcuse(InstitutionRow):
    """Why something that was due did not happen in a period. It stays not held; only the reason is there now."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    # `Period.code`: 2025-month-3.
    period = models.CharField(max_length=20)
    reason = models.CharField(max_length=LONGEST_REASON)
    written_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()

    class Meta:
        abstract = True
