from django.db import models

from pingyi.organisations.models import InstitutionRow
from pingyi.publishing.domain.drafting.credits import CreditScheme
from pingyi.publishing.domain.reviewing.steps import People


class HouseRules(InstitutionRow):
    """How an institution does its news: people, credit lines, source, its own list of protected formulas ("" for the
    list that comes with the program). Every change is a new row; the newest counts for news drafted from then on.
    """

    number = models.PositiveIntegerField()
    people = models.CharField(max_length=8, choices=[(people.value, people.value) for people in People])
    credit_scheme = models.CharField(
        max_length=24, choices=[(scheme.value, scheme.value) for scheme in CreditScheme]
    )
    source = models.CharField(max_length=60, blank=True)
    formulas = models.TextField(blank=True)
    set_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")
    set_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["institution", "number"], name="house_rules_number_once"),
        ]

    def __str__(self) -> str:
        return f"house rules {self.number}"
