from django.db import models
from django.db.models import Q

from pingyi.organisations.models import InstitutionRow, Organisation
from pingyi.review.cycles.models import Cycle
from pingyi.review.daily.domain.indicators import NEEDS_AMOUNT, Gap, Origin, Rule


class IndicatorSet(InstitutionRow):
    """A version of an indicator set (指标体系). Versions of one set share the name and count up.

    A draft is the clerk's; one in force never changes again (triggers): a change is a new version. `kinds` are the
    kinds of organisation that it fits. `no_record` and `not_checked` say what is done with points for which no ledger
    and no checked self-assessment speaks. `fingerprint` is the SHA-256 of what is in force.
    """

    class State(models.TextChoices):
        DRAFT = "draft"
        IN_FORCE = "in_force"

    name = models.CharField(max_length=60)
    number = models.PositiveSmallIntegerField()
    origin = models.CharField(max_length=12, choices=[(one.value, one.value) for one in Origin])
    kinds = models.JSONField(default=list)
    # Where its name and its rows come from, in words; shown wherever the set is.
    source = models.CharField(max_length=300, blank=True)
    no_record = models.CharField(max_length=12, choices=[(one.value, one.value) for one in Gap])
    not_checked = models.CharField(max_length=12, choices=[(one.value, one.value) for one in Gap])
    state = models.CharField(max_length=8, choices=State, default=State.DRAFT)
    # Grows with every change of a draft: who would write over somebody else's words is told so first.
    version = models.PositiveIntegerField(default=1)
    created_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField()
    in_force_by = models.ForeignKey(
        "accounts.Account", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    in_force_at = models.DateTimeField(null=True, blank=True)
    fingerprint = models.CharField(max_length=64, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["institution", "name", "number"], name="indicator_set_number_once"
            ),
            models.UniqueConstraint(
                fields=["institution", "name"], condition=Q(state="draft"), name="indicator_set_one_draft"
            ),
            models.CheckConstraint(condition=~Q(name="") & Q(number__gte=1), name="indicator_set_named"),
            models.CheckConstraint(
                condition=Q(state="draft", in_force_by__isnull=True, in_force_at__isnull=True, fingerprint="")
                | (
                    Q(state="in_force", in_force_by__isnull=False, in_force_at__isnull=False)
                    & ~Q(fingerprint="")
                ),
                name="indicator_set_in_force_with_author_time_fingerprint",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.number}"


class DailyIndicator(InstitutionRow):
    """One indicator: points computed from a measure of the ledgers, points by checked self-assessment, or both."""

    indicator_set = models.ForeignKey(IndicatorSet, on_delete=models.CASCADE, related_name="indicators")
    sequence = models.PositiveSmallIntegerField()
    heading = models.CharField(max_length=120)
    text = models.CharField(max_length=120, blank=True)
    computed_numerator = models.BigIntegerField(default=0)
    computed_denominator = models.BigIntegerField(default=1)
    claimed_numerator = models.BigIntegerField(default=0)
    claimed_denominator = models.BigIntegerField(default=1)
    measure = models.CharField(max_length=80, blank=True)
    rule = models.CharField(
        max_length=12, choices=[(one.value, one.value) for one in Rule], default=Rule.SHARE.value
    )
    amount_numerator = models.BigIntegerField(null=True, blank=True)
    amount_denominator = models.BigIntegerField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["indicator_set", "sequence"], name="daily_indicator_sequence_once"
            ),
            models.CheckConstraint(
                condition=Q(computed_numerator__gte=0, computed_denominator__gt=0)
                & Q(claimed_numerator__gte=0, claimed_denominator__gt=0)
                & (Q(computed_numerator__gt=0) | Q(claimed_numerator__gt=0)),
                name="daily_indicator_has_points",
            ),
            models.CheckConstraint(
                condition=Q(computed_numerator=0, measure="")
                | (Q(computed_numerator__gt=0) & ~Q(measure="")),
                name="daily_indicator_computed_from_a_measure",
            ),
            models.CheckConstraint(
                condition=Q(amount_numerator__isnull=True, amount_denominator__isnull=True)
                | Q(amount_numerator__gte=0, amount_denominator__gt=0),
                name="daily_indicator_amount_whole_or_unset",
            ),
            models.CheckConstraint(
                condition=~Q(rule__in=sorted(one.value for one in NEEDS_AMOUNT))
                | Q(amount_numerator__isnull=False),
                name="daily_indicator_rule_has_its_amount",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.heading} {self.text}"[:40]


class ChosenSet(InstitutionRow):
    """Which version a review goes by for the organisations of one kind. Only one in force may be chosen (trigger)."""

    cycle = models.ForeignKey(Cycle, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=16, choices=Organisation.Kind)
    indicator_set = models.ForeignKey(IndicatorSet, on_delete=models.PROTECT, related_name="+")
    chosen_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")
    chosen_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["cycle", "kind"], name="chosen_set_once_per_kind")]

    def __str__(self) -> str:
        return f"{self.cycle_id} {self.kind}"
