from django.db import models
from django.db.models import Q

from pingyi.organisations.models import InstitutionRow, Organisation, Person
from pingyi.review.cycles.models import Cycle


class CardPrint(InstitutionRow):
    """A card as it went to the printer. Rows are never changed; only a card that says something else is another one.

    `lines` are its sentences and numbers, `fingerprint` their SHA-256: what lies on the table can be told from what the
    records say now.
    """

    cycle = models.ForeignKey(Cycle, on_delete=models.PROTECT, related_name="card_prints")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="card_prints")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="card_prints")
    number = models.PositiveSmallIntegerField()
    fingerprint = models.CharField(max_length=64)
    lines = models.JSONField()
    printed_at = models.DateTimeField()
    printed_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["cycle", "organisation", "number"], name="card_print_number_once"
            ),
            models.CheckConstraint(condition=Q(number__gte=1), name="card_print_counted_from_one"),
            models.CheckConstraint(condition=~Q(fingerprint=""), name="card_print_has_fingerprint"),
        ]

    def __str__(self) -> str:
        return f"card {self.number} of {self.organisation_id}"
