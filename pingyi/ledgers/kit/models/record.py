from django.db import models
from django.db.models import F, Q

from pingyi.ledgers.kit.domain.states import State
from pingyi.organisations.models import InstitutionRow, Organisation

RETURNED = Q(state=State.RETURNED.value)
DECIDED = (State.RETURNED.value, State.CONFIRMED.value)


class LedgerRecord(InstitutionRow):
    """One line of a ledger: something that happened in an organisation. Nothing is recorded before its day.

    `recorded_at` is when its author last said that it happened on that day; `recorded_on` is the same moment as the
    calendar day of people, which the database compares with `happened_on`. `reason` is why it was returned.
    """

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    happened_on = models.DateField()
    recorded_at = models.DateTimeField()
    recorded_on = models.DateField()
    recorded_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")
    state = models.CharField(
        max_length=12, choices=[(one.value, one.value) for one in State], default=State.DRAFT.value
    )
    reason = models.CharField(max_length=300, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        "accounts.Account", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(happened_on__lte=F("recorded_on")), name="%(app_label)s_%(class)s_not_ahead"
            ),
            models.CheckConstraint(
                condition=Q(state__in=DECIDED, decided_at__isnull=False, decided_by__isnull=False)
                | (~Q(state__in=DECIDED) & Q(decided_at__isnull=True, decided_by__isnull=True)),
                name="%(app_label)s_%(class)s_decided",
            ),
            models.CheckConstraint(
                condition=(RETURNED & ~Q(reason="")) | (~RETURNED & Q(reason="")),
                name="%(app_label)s_%(class)s_why_returned",
            ),
            models.CheckConstraint(
                condition=Q(decided_by__isnull=True) | ~Q(decided_by=F("recorded_by")),
                name="%(app_label)s_%(class)s_two_people",
            ),
        ]
