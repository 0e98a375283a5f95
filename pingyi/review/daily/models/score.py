from django.db import models
from django.db.models import Q

from pingyi.organisations.models import InstitutionRow
from pingyi.review.cycles.models import Reporter
from pingyi.review.daily.models.indicator_set import IndicatorSet


class DailyScore(InstitutionRow):
    """One calculation for one secretary, never changed (triggers): the facts read, every line, what came out.

    `lines` gives the same arithmetic again; `titles` are the names of the measures at that time. The score is out of
    100, exact; empty where nothing stood in the base. `fingerprint` is of set and lines: the same input makes no
    second row.
    """

    reporter = models.ForeignKey(Reporter, on_delete=models.PROTECT, related_name="+")
    sequence = models.PositiveSmallIntegerField()
    indicator_set = models.ForeignKey(IndicatorSet, on_delete=models.PROTECT, related_name="+")
    set_fingerprint = models.CharField(max_length=64)
    first = models.DateField()
    last = models.DateField()
    lines = models.JSONField()
    titles = models.JSONField()
    score_numerator = models.BigIntegerField(null=True, blank=True)
    score_denominator = models.BigIntegerField(null=True, blank=True)
    fingerprint = models.CharField(max_length=64)
    made_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["reporter", "sequence"], name="daily_score_sequence_once"),
            models.CheckConstraint(
                condition=Q(score_numerator__isnull=True, score_denominator__isnull=True)
                | Q(score_numerator__gte=0, score_denominator__gt=0),
                name="daily_score_whole_or_unset",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.reporter_id} {self.sequence}"


class HandedOver(InstitutionRow):
    """That a calculation became the mark of the review, rounded as the rules say. Never changed (triggers)."""

    score = models.ForeignKey(DailyScore, on_delete=models.PROTECT, related_name="handed_over")
    mark_numerator = models.BigIntegerField()
    mark_denominator = models.BigIntegerField()
    handed_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")
    handed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(mark_numerator__gte=0, mark_denominator__gt=0), name="handed_mark_not_negative"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.score_id}"
