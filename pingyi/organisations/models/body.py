from django.db import models

from pingyi.organisations.models.institution import InstitutionRow
from pingyi.organisations.models.organisation import Organisation
from pingyi.organisations.models.person import Person


class Body(InstitutionRow):
    """A body with members: 党委, 常委会, 党建工作领导小组."""

    class Kind(models.TextChoices):
        PARTY_COMMITTEE = "party_committee"
        STANDING_COMMITTEE = "standing_committee"
        LEADING_GROUP = "leading_group"
        OTHER = "other"

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="bodies")
    kind = models.CharField(max_length=24, choices=Kind)
    name = models.CharField(max_length=120)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organisation", "name"], name="body_name_once")]

    def __str__(self) -> str:
        return self.name


class BodyMember(InstitutionRow):
    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="members")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="memberships")
    role_text = models.CharField(max_length=40, blank=True)
    order = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["body", "person"], name="body_member_once")]

    def __str__(self) -> str:
        return f"{self.person} in {self.body}"
