from django.db import models
from django.db.models import F, Q

from pingyi.core.models import StoredFile
from pingyi.organisations.models import InstitutionRow
from pingyi.review.cycles.models import Reporter
from pingyi.review.daily.domain.assessment import AssessmentState
from pingyi.review.daily.models.indicator_set import DailyIndicator


class SelfAssessment(InstitutionRow):
    """What a secretary says about one indicator: points asked for, why, with evidence; checked by somebody else.

    `found` are the points that the checker gives: what was asked, or less with a reason. Checked or given back with
    its words by a second person: a CHECK refuses who handed it in, a trigger whoever brought evidence.
    """

    reporter = models.ForeignKey(Reporter, on_delete=models.PROTECT, related_name="+")
    indicator = models.ForeignKey(DailyIndicator, on_delete=models.PROTECT, related_name="+")
    asked_numerator = models.BigIntegerField()
    asked_denominator = models.BigIntegerField()
    words = models.TextField(blank=True)
    state = models.CharField(
        max_length=12,
        choices=[(one.value, one.value) for one in AssessmentState],
        default=AssessmentState.DRAFT.value,
    )
    written_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()
    submitted_by = models.ForeignKey(
        "accounts.Account", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    submitted_at = models.DateTimeField(null=True, blank=True)
    found_numerator = models.BigIntegerField(null=True, blank=True)
    found_denominator = models.BigIntegerField(null=True, blank=True)
    check_reason = models.CharField(max_length=300, blank=True)
    checked_by = models.ForeignKey(
        "accounts.Account", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    checked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["reporter", "indicator"], name="self_assessment_once"),
            models.CheckConstraint(
                condition=Q(asked_numerator__gte=0, asked_denominator__gt=0),
                name="self_assessment_asks_points",
            ),
            models.CheckConstraint(
                condition=Q(state="draft")
                | (Q(submitted_by__isnull=False, submitted_at__isnull=False) & ~Q(words="")),
                name="self_assessment_submitted_with_words_author_time",
            ),
            models.CheckConstraint(
                condition=(Q(state="checked") & Q(found_numerator__gte=0, found_denominator__gt=0))
                | (~Q(state="checked") & Q(found_numerator__isnull=True, found_denominator__isnull=True)),
                name="self_assessment_checked_with_points",
            ),
            models.CheckConstraint(
                condition=(
                    Q(state__in=["checked", "returned"])
                    & Q(checked_by__isnull=False, checked_at__isnull=False)
                )
                | (
                    ~Q(state__in=["checked", "returned"])
                    & Q(checked_by__isnull=True, checked_at__isnull=True)
                ),
                name="self_assessment_judged_with_author_and_time",
            ),
            models.CheckConstraint(
                condition=~Q(state="returned") | ~Q(check_reason=""),
                name="self_assessment_returned_with_reason",
            ),
            models.CheckConstraint(
                condition=Q(checked_by__isnull=True) | ~Q(checked_by=F("submitted_by")),
                name="self_assessment_checked_by_a_second_person",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.reporter_id} {self.indicator_id}"


class SelfEvidence(InstitutionRow):
    """A file that shows what a self-assessment says. Two times: when it was from, and when it was handed in."""

    assessment = models.ForeignKey(SelfAssessment, on_delete=models.CASCADE, related_name="evidence")
    description = models.CharField(max_length=300)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    happened_on = models.DateField()
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return self.description[:20]
