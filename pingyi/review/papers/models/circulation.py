from django.db import models

from pingyi.organisations.models import InstitutionRow, Organisation
from pingyi.review.papers.models.paper import IssuedPaper


class Circulation(InstitutionRow):
    """A circular that went out was opened to its range in the system. It does not change (database triggers)."""

    paper = models.OneToOneField(IssuedPaper, on_delete=models.PROTECT, related_name="circulation")
    opened_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"circulation of {self.paper_id}"


class CircularReader(InstitutionRow):
    """One account that may read the circular, and for which organisation. Rows are only added."""

    circulation = models.ForeignKey(Circulation, on_delete=models.PROTECT, related_name="readers")
    account = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["circulation", "account", "organisation"], name="circular_reader_once"
            )
        ]

    def __str__(self) -> str:
        return f"reader {self.account_id} of {self.circulation_id}"
