from django.db import models
from django.db.models import Q

from pingyi.ledgers.orglife.domain.kinds import Kind
from pingyi.organisations.models import InstitutionRow, Organisation


class Excuse(InstitutionRow):
    """Why something that was due did not happen in a period. It stays not held; only the reason is there now."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=16, choices=[(one.value, one.value) for one in Kind])
    # `Period.code`: 2025-month-3.
    period = models.CharField(max_length=20)
    reason = models.CharField(max_length=120)
    written_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation", "kind", "period"], name="excuse_once"),
            models.CheckConstraint(condition=~Q(reason=""), name="excuse_says_why"),
        ]

    def __str__(self) -> str:
        return f"{self.period} {self.kind}"
