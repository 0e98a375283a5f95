from django.db import models
from django.db.models import F, Q

from pingyi.organisations.models import InstitutionRow
from pingyi.review.rectification.models import ProblemItem


class KinDecision(InstitutionRow):
    """What a person has decided about two problems: the same fault again, or not. Proposing is never stored.

    Each pair once, whichever was named first (`first` has the smaller number). A problem that was listed by mistake
    and taken off takes its decisions along; the record of what was done keeps them.
    """

    first = models.ForeignKey(ProblemItem, on_delete=models.CASCADE, related_name="+")
    second = models.ForeignKey(ProblemItem, on_delete=models.CASCADE, related_name="+")
    is_same = models.BooleanField()
    decided_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["first", "second"], name="kin_pair_once"),
            models.CheckConstraint(condition=Q(first__lt=F("second")), name="kin_pair_in_order"),
        ]

    def __str__(self) -> str:
        return f"{self.first_id} {'=' if self.is_same else '≠'} {self.second_id}"
