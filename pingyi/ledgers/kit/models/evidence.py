from django.db import models

from pingyi.core.models import StoredFile
from pingyi.organisations.models import InstitutionRow


class LedgerEvidence(InstitutionRow):
    """A file that shows what a record says. The ledger adds the key `record`."""

    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    description = models.CharField(max_length=200, blank=True)
    added_at = models.DateTimeField()
    added_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")

    class Meta:
        abstract = True
