from django.db import models
from django.db.models import F, Q

from pingyi.organisations.models import InstitutionRow, Organisation


class Cycle(InstitutionRow):
    """One year's review by one convenor, from plan to the last closed task.

    `fingerprint` is set by freezing: SHA-256 of the plan's canonical text. A frozen plan does not change.

    With `polled` it is a satisfaction poll on the rectification of that review (docs/adr/0012): a small plan of its
    own, whose rows are the organisations asked about. With `about` it is the secret vote on one matter that somebody
    else keeps (docs/adr/0013): one row, one class. `about` names the matter to whoever asked for the vote; the review
    does not read it. Whoever reads the reviews of a convenor leaves both out (`queries.reviews`).
    """

    class State(models.TextChoices):
        DRAFT = "draft"
        FROZEN = "frozen"
        ARCHIVED = "archived"

    convenor = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="cycles")
    year = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=120)
    polled = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="polls")
    about = models.CharField(max_length=64, blank=True)
    state = models.CharField(max_length=16, choices=State, default=State.DRAFT)
    # 述前 / 述中 / 述后
    before_from = models.DateField(null=True, blank=True)
    before_to = models.DateField(null=True, blank=True)
    during_from = models.DateField(null=True, blank=True)
    during_to = models.DateField(null=True, blank=True)
    after_from = models.DateField(null=True, blank=True)
    after_to = models.DateField(null=True, blank=True)
    reports_due_at = models.DateTimeField(null=True, blank=True)
    fingerprint = models.CharField(max_length=64, blank=True)
    frozen_at = models.DateTimeField(null=True, blank=True)
    frozen_by = models.ForeignKey(
        "accounts.Account", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["convenor", "year"],
                condition=Q(polled__isnull=True, about=""),
                name="cycle_once_per_convenor_and_year",
            ),
            models.UniqueConstraint(
                fields=["institution", "about"], condition=~Q(about=""), name="cycle_one_vote_about_a_matter"
            ),
            models.CheckConstraint(
                condition=Q(about="") | Q(polled__isnull=True), name="cycle_is_poll_or_vote_not_both"
            ),
            models.CheckConstraint(
                condition=Q(polled__isnull=True) | ~Q(polled=F("pk")), name="cycle_is_no_poll_of_itself"
            ),
            models.CheckConstraint(
                condition=Q(state="draft", frozen_at__isnull=True, frozen_by__isnull=True, fingerprint="")
                | (
                    ~Q(state="draft")
                    & Q(frozen_at__isnull=False, frozen_by__isnull=False)
                    & ~Q(fingerprint="")
                ),
                name="cycle_frozen_with_time_author_fingerprint",
            ),
            models.CheckConstraint(
                condition=Q(before_from__isnull=True)
                | Q(before_to__isnull=True)
                | Q(before_to__gte=F("before_from")),
                name="cycle_before_in_order",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class CycleSetting(InstitutionRow):
    """One value of one setting. Rows are only added: the newest is in force, the others say who set what before."""

    cycle = models.ForeignKey(Cycle, on_delete=models.CASCADE, related_name="settings")
    key = models.CharField(max_length=48)
    value = models.JSONField()
    set_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")
    set_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.key}={self.value}"
