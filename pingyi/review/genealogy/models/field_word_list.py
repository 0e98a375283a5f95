from django.db import models

from pingyi.organisations.models import InstitutionRow


class FieldWordList(InstitutionRow):
    """Which words mean the same when problems are compared, one group a line. The newest counts; none is changed."""

    text = models.TextField(blank=True)
    written_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.written_at:%Y-%m-%d}"
