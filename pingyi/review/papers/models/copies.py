from django.db import models
from django.db.models import F, Q

from pingyi.organisations.models import InstitutionRow
from pingyi.review.papers.models.paper import IssuedPaper


class NumberedCopies(InstitutionRow):
    """A run of copies of an issued paper, each with its own number: one PDF to print, one package of Word files."""

    paper = models.ForeignKey(IssuedPaper, on_delete=models.PROTECT, related_name="numbered_copies")
    first = models.PositiveIntegerField()
    last = models.PositiveIntegerField()
    pdf = models.ForeignKey("core.StoredFile", on_delete=models.PROTECT, related_name="+")
    words = models.ForeignKey("core.StoredFile", on_delete=models.PROTECT, related_name="+")
    made_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["paper", "first"], name="numbered_copies_once"),
            models.CheckConstraint(
                condition=Q(first__gte=1, last__gte=F("first"), last__lte=999_999),
                name="numbered_copies_have_six_digits",
            ),
        ]

    def __str__(self) -> str:
        return f"copies {self.first}-{self.last} of {self.paper_id}"
