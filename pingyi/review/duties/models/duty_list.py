from django.db import models
from django.db.models import Q

from pingyi.organisations.models import Body, InstitutionRow, Organisation, Person
from pingyi.review.cycles.models import Cycle


class DutyList(InstitutionRow):
    """The responsibility list (责任清单) of one secretary or one body for the year of a cycle.

    A draft is the clerk's. Once issued it is in force: its organisation reports on it, and every later change of its
    entries says why. `fingerprint` is the SHA-256 of what is in force, `version` grows with every change.
    """

    class State(models.TextChoices):
        DRAFT = "draft"
        ISSUED = "issued"

    cycle = models.ForeignKey(Cycle, on_delete=models.PROTECT, related_name="duty_lists")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    # Exactly one of the two: the secretary in person, or a body of the organisation.
    person = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    body = models.ForeignKey(Body, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=8, choices=State, default=State.DRAFT)
    version = models.PositiveIntegerField(default=1)
    fingerprint = models.CharField(max_length=64, blank=True)
    created_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField()
    issued_by = models.ForeignKey(
        "accounts.Account", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    issued_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(person__isnull=True, body__isnull=False)
                | Q(person__isnull=False, body__isnull=True),
                name="duty_list_of_a_person_or_a_body",
            ),
            models.UniqueConstraint(
                fields=["cycle", "organisation"],
                condition=Q(body__isnull=True),
                name="duty_list_once_per_organisation",
            ),
            models.UniqueConstraint(fields=["cycle", "body"], name="duty_list_once_per_body"),
            models.CheckConstraint(
                condition=Q(state="draft", issued_by__isnull=True, issued_at__isnull=True, fingerprint="")
                | (Q(state="issued", issued_by__isnull=False, issued_at__isnull=False) & ~Q(fingerprint="")),
                name="duty_list_issued_with_author_time_fingerprint",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation_id} {self.cycle_id}"
