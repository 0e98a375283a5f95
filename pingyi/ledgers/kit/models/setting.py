from django.db import models
from django.db.models import Q

from pingyi.organisations.models import InstitutionRow


class LedgerSetting(InstitutionRow):
    """A number of a ledger's rules as the institution laid it down, from a day on, with its basis. Rows are only
    added: of those that have begun the one that begins last counts, of two that begin together the one written later.
    """

    ledger = models.CharField(max_length=24)
    key = models.CharField(max_length=48)
    value = models.JSONField()
    effective_from = models.DateField()
    reason = models.CharField(max_length=200)
    set_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")
    set_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["institution", "ledger"], name="ledger_setting_of")]
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="ledger_setting_says_why"),
        ]

    def __str__(self) -> str:
        return f"{self.ledger}.{self.key} from {self.effective_from}"
