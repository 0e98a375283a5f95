from django.conf import settings
from django.db import models
from django.db.models import Q

from pingyi.organisations.models.institution import InstitutionRow
from pingyi.organisations.models.organisation import Organisation


class RoleAssignment(InstitutionRow):
    """What an account may do in an institution. A secretary's role names the organisation that she answers for."""

    class Role(models.TextChoices):
        CLERK = "clerk"
        SECRETARY = "secretary"
        LEADER = "leader"
        SCRUTINEER = "scrutineer"
        COUNTER = "counter"
        # Only reads and examines the duty reports that it is named for.
        EXAMINER = "examiner"

    account = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="roles")
    role = models.CharField(max_length=16, choices=Role)
    organisation = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["institution", "account", "role", "organisation"],
                condition=Q(organisation__isnull=False),
                name="role_once_per_organisation",
            ),
            models.UniqueConstraint(
                fields=["institution", "account", "role"],
                condition=Q(organisation__isnull=True),
                name="role_once",
            ),
            models.CheckConstraint(
                condition=~Q(role="secretary") | Q(organisation__isnull=False),
                name="secretary_role_names_organisation",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.account} {self.role}"
