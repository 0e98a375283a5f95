from django.db import models

from pingyi.organisations.models import InstitutionRow
from pingyi.review.cycles.models import Cycle


class AppraisalSnapshot(InstitutionRow):
    """Input, rules' fingerprint and output of one calculation, never changed (database triggers refuse it).

    Screens, Word, Excel and interfaces read this and calculate nothing themselves.
    """

    cycle = models.ForeignKey(Cycle, on_delete=models.PROTECT, related_name="snapshots")
    sequence = models.PositiveSmallIntegerField()
    rules_fingerprint = models.CharField(max_length=64)
    input = models.JSONField()
    output = models.JSONField()
    made_at = models.DateTimeField()
    made_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["cycle", "sequence"], name="snapshot_sequence_once")]

    def __str__(self) -> str:
        return f"snapshot {self.sequence} of {self.cycle_id}"
