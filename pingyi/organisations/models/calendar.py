from django.db import models
from django.db.models import Q

from pingyi.organisations.models.institution import InstitutionRow


class CalendarYear(InstitutionRow):
    """The working calendar of one year as this institution keeps it; it takes the place of the one that came with us.

    `source` names the notice or decision that it follows. Days that are not listed are ordinary: Monday to Friday work,
    Saturday and Sunday rest. A year without such a row and without one of ours is not known.
    """

    year = models.PositiveSmallIntegerField()
    source = models.CharField(max_length=200)
    written_at = models.DateTimeField()
    written_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["institution", "year"], name="calendar_year_once"),
            models.CheckConstraint(
                condition=Q(year__gte=2000, year__lte=2100), name="calendar_year_plausible"
            ),
            models.CheckConstraint(condition=~Q(source=""), name="calendar_year_has_source"),
        ]

    def __str__(self) -> str:
        return str(self.year)


class CalendarDay(InstitutionRow):
    """One day that is not as its weekday says: a holiday, or a weekend day on which people work."""

    calendar = models.ForeignKey(CalendarYear, on_delete=models.CASCADE, related_name="days")
    day = models.DateField()
    is_working = models.BooleanField()
    name = models.CharField(max_length=40)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["calendar", "day"], name="calendar_day_once"),
            models.CheckConstraint(condition=~Q(name=""), name="calendar_day_has_name"),
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.name}"
