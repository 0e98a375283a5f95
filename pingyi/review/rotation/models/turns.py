from django.db import models
from django.db.models import F, Q

from pingyi.organisations.models import InstitutionRow, Organisation, Person
from pingyi.review.cycles.models import Cycle, Reporter


class EarlierTurns(InstitutionRow):
    """In which years an organisation reported on site before the system knew of it. Rows are only added: the newest
    counts. `years` is None where somebody took an entry back; an empty list says that there was no such year.
    """

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="earlier_turns")
    years = models.JSONField(null=True)
    entered_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")
    entered_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.organisation_id}: {self.years}"


class TurnDecision(InstitutionRow):
    """Whether a reporter speaks on site, as a person decided it, beside what was proposed and why. Rows are only
    added: the newest counts.
    """

    cycle = models.ForeignKey(Cycle, on_delete=models.PROTECT, related_name="turn_decisions")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="turn_decisions")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="turn_decisions")
    turn = models.CharField(max_length=8)
    why = models.TextField()
    proposed = models.CharField(max_length=8, choices=Reporter.Mode)
    decided = models.CharField(max_length=8, choices=Reporter.Mode)
    reason = models.CharField(max_length=200, blank=True)
    decided_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(proposed=F("decided")) | ~Q(reason=""), name="other_turn_than_proposed_says_why"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation_id} {self.decided}"
