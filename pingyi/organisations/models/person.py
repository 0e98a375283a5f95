from django.conf import settings
from django.db import models
from django.db.models import F, Q

from pingyi.organisations.models.institution import InstitutionRow
from pingyi.organisations.models.organisation import Organisation


class Person(InstitutionRow):
    """Somebody known to the institution. Party membership is not assumed: voters may be 群众."""

    name = models.CharField(max_length=64)
    staff_number = models.CharField(max_length=32, blank=True)
    organisation = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="people"
    )
    account = models.OneToOneField(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="person"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["institution", "staff_number"],
                condition=~Q(staff_number=""),
                name="staff_number_once",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Post(InstitutionRow):
    """A person in a post of an organisation for some time; `portfolio` is what a deputy is in charge of (分管)."""

    class Title(models.TextChoices):
        SECRETARY = "secretary"
        DEPUTY_SECRETARY = "deputy_secretary"
        COMMITTEE_MEMBER = "committee_member"
        PRINCIPAL = "principal"
        DEPUTY_LEADER = "deputy_leader"
        DEPARTMENT_HEAD = "department_head"
        SECTION_HEAD = "section_head"
        FULL_TIME_ORGANISER = "full_time_organiser"
        OTHER = "other"

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="posts")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="posts")
    title = models.CharField(max_length=24, choices=Title)
    title_text = models.CharField(max_length=64, blank=True)
    portfolio = models.CharField(max_length=120, blank=True)
    # A deputy who runs the organisation while it has no secretary (主持工作) reports in the secretary's place.
    is_acting = models.BooleanField(default=False)
    started_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)
    term_ends_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("started_on")),
                name="post_ends_after_start",
            ),
            models.UniqueConstraint(
                fields=["person", "organisation", "title", "title_text", "started_on"],
                name="post_once_per_start",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} {self.title}"


class Delegate(InstitutionRow):
    """“两代表一委员”: delegate of a Party congress, deputy of a people's congress, member of a CPPCC."""

    class Kind(models.TextChoices):
        PARTY_CONGRESS = "party_congress"
        PEOPLES_CONGRESS = "peoples_congress"
        CPPCC = "cppcc"

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="delegations")
    kind = models.CharField(max_length=24, choices=Kind)
    level_text = models.CharField(max_length=64, blank=True)
    # 0 where the source does not say which congress it was.
    congress_number = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "kind", "level_text", "congress_number"], name="delegation_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} {self.kind}"
