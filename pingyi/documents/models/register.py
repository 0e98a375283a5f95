from django.db import models
from django.db.models import Q

from pingyi.organisations.models import InstitutionRow


class NumberSeries(InstitutionRow):
    """A letterhead with its 机关代字: what stands in red above its papers, and who signs and prints them."""

    code = models.CharField(max_length=20)
    mark = models.CharField(max_length=60)
    issuer = models.CharField(max_length=120)
    printer = models.CharField(max_length=120, blank=True)
    is_active = models.BooleanField(default=True)
    opened_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["institution", "code"], name="series_code_once"),
            models.CheckConstraint(
                condition=~Q(code="") & ~Q(mark="") & ~Q(issuer=""), name="series_is_named"
            ),
        ]

    def __str__(self) -> str:
        return self.code


class SeriesYear(InstitutionRow):
    """The numbers of a series begin again every year, after those that were used before the system kept them."""

    series = models.ForeignKey(NumberSeries, on_delete=models.PROTECT, related_name="years")
    year = models.PositiveSmallIntegerField()
    started_after = models.PositiveIntegerField(default=0)
    start_reason = models.CharField(max_length=200, blank=True)
    started_by = models.ForeignKey(
        "accounts.Account", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    started_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["series", "year"], name="series_year_once"),
            models.CheckConstraint(
                condition=Q(
                    started_after=0, start_reason="", started_by__isnull=True, started_at__isnull=True
                )
                | (Q(started_by__isnull=False, started_at__isnull=False) & ~Q(start_reason="")),
                name="series_start_says_who_when_why",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.series_id} {self.year}"


class DocumentNumber(InstitutionRow):
    """A number that a paper has for good. Rows are only added; a trigger lets each follow the one before it."""

    series_year = models.ForeignKey(SeriesYear, on_delete=models.PROTECT, related_name="numbers")
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=200)
    issued_on = models.DateField()
    taken_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")
    taken_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["series_year", "number"], name="document_number_once"),
            models.CheckConstraint(condition=Q(number__gte=1), name="document_number_from_one"),
        ]

    def __str__(self) -> str:
        return f"{self.series_year_id} {self.number}"


class NumberVoiding(InstitutionRow):
    """Why a paper is void. Its number stays taken."""

    document_number = models.OneToOneField(DocumentNumber, on_delete=models.PROTECT, related_name="voiding")
    reason = models.CharField(max_length=200)
    voided_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")
    voided_at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(reason=""), name="voiding_says_why")]

    def __str__(self) -> str:
        return f"void: {self.document_number_id}"
