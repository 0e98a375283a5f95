from django.db import models

from pingyi.organisations.models.institution import InstitutionRow


class Organisation(InstitutionRow):
    """A Party organisation: the convening committee, a second-level organisation or a branch."""

    class Kind(models.TextChoices):
        COMMITTEE = "committee"
        GENERAL_BRANCH = "general_branch"
        DIRECT_BRANCH = "direct_branch"
        BRANCH = "branch"

    class UnitKind(models.TextChoices):
        UNIVERSITY = "university"
        COLLEGE = "college"
        AFFILIATED_HOSPITAL = "affiliated_hospital"
        OFFICE = "office"
        OTHER = "other"

    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="children"
    )
    code = models.CharField(max_length=32, blank=True)
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=16, choices=Kind)
    unit_kind = models.CharField(max_length=24, choices=UnitKind)
    # Names from the root to here, joined by "/": the import matches on it, scope filters use its prefix.
    path = models.CharField(max_length=600)
    order = models.PositiveIntegerField(default=0)
    founded_on = models.DateField(null=True, blank=True)
    dissolved_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["institution", "code"], condition=~models.Q(code=""), name="organisation_code_once"
            ),
            models.UniqueConstraint(fields=["institution", "path"], name="organisation_path_once"),
        ]

    def __str__(self) -> str:
        return self.name


class OrganisationAlias(InstitutionRow):
    """Another name of the same organisation. A dual name (第五临床医学院) is official, an alias only helps matching."""

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="aliases")
    name = models.CharField(max_length=120)
    is_dual_name = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation", "name"], name="alias_once_per_organisation"),
        ]

    def __str__(self) -> str:
        return self.name
