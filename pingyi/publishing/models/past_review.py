from django.db import models
from django.db.models import Q

from pingyi.organisations.models import InstitutionRow
from pingyi.review.cycles.models import Cycle


class PastReview(InstitutionRow):
    """A review of an earlier year as an old news text tells of it, confirmed by a person. It is never changed.

    `facts` holds the confirmed facts, the sentences they were read from, and which of them the person changed;
    `turns` the organisations on site as the text names them, each with the registered organisation or null.
    """

    cycle = models.OneToOneField(Cycle, on_delete=models.PROTECT, related_name="past_review")
    source_name = models.CharField(max_length=200, blank=True)
    source_text = models.TextField()
    source_sha256 = models.CharField(max_length=64)
    cleaned_text = models.TextField()
    # SHA-256 of the cleaned text without white space: the same news copied from two pages is the same text.
    text_digest = models.CharField(max_length=64)
    facts = models.JSONField()
    turns = models.JSONField(default=list)
    recorded_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["institution", "text_digest"], name="past_text_once"),
            models.CheckConstraint(
                condition=~Q(source_text="") & ~Q(cleaned_text=""), name="past_review_has_its_text"
            ),
        ]

    def __str__(self) -> str:
        return f"past review {self.cycle_id}"
