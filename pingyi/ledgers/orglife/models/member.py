from django.db import models
from django.db.models import F, Q

from pingyi.organisations.models import InstitutionRow, Person


class Member(InstitutionRow):
    """A Party member of the branch in which the person is listed: the days that decide birthdays and voting rights."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="membership")
    admitted_on = models.DateField()
    full_on = models.DateField(null=True, blank=True)
    left_on = models.DateField(null=True, blank=True)
    group = models.CharField(max_length=40, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(full_on__isnull=True) | Q(full_on__gte=F("admitted_on")),
                name="member_full_after_admission",
            ),
            models.CheckConstraint(
                condition=Q(left_on__isnull=True) | Q(left_on__gte=F("admitted_on")),
                name="member_leaves_after_admission",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} since {self.admitted_on}"
