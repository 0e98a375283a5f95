from django.db import models
from django.db.models import Q

from pingyi.ledgers.kit.models import PeriodExcuse
from pingyi.ledgers.orglife.domain.kinds import Kind


class Excuse(PeriodExcuse):
    """Why something that was due did not happen in a branch."""

    kind = models.CharField(max_length=16, choices=[(one.value, one.value) for one in Kind])

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation", "kind", "period"], name="excuse_once"),
            models.CheckConstraint(condition=~Q(reason=""), name="excuse_says_why"),
        ]

    def __str__(self) -> str:
        return f"{self.period} {self.kind}"
