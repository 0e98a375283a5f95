from django.db import models

from pingyi.organisations.models import InstitutionRow
from pingyi.review.cycles.models import Cycle


class SatisfactionResult(InstitutionRow):
    """What a satisfaction poll came to: input and output of its one calculation, never changed (triggers refuse it).

    `input` holds the rule, the threshold and the counts by row and class; `output` per row satisfied, valid, the exact
    share and why it is withheld. `may_be_told` says that no row of the poll is: only then anything of it is published,
    because leaving single rows out would tell about those.
    """

    poll = models.OneToOneField(Cycle, on_delete=models.PROTECT, related_name="satisfaction")
    input = models.JSONField()
    output = models.JSONField()
    may_be_told = models.BooleanField()
    made_at = models.DateTimeField()
    made_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"satisfaction of {self.poll_id}"
