from django.db import models
from django.db.models import Q

from pingyi.organisations.models import InstitutionRow
from pingyi.review.cycles.models import Reporter


def _whole_or_unset(part: str) -> Q:
    """A mark has both halves of its fraction and is not negative, or it is not there."""
    numerator, denominator = f"{part}_numerator", f"{part}_denominator"
    unset = Q(**{f"{numerator}__isnull": True, f"{denominator}__isnull": True})
    return unset | Q(**{f"{numerator}__gte": 0, f"{denominator}__gt": 0})


class OutsideMark(InstitutionRow):
    """Marks from outside the ballot (日常考核, 领导评价), needed only where the settings give them weight.

    Exact as numerator over denominator; empty while nobody has entered them.
    """

    reporter = models.OneToOneField(Reporter, on_delete=models.PROTECT, related_name="outside_mark")
    daily_numerator = models.BigIntegerField(null=True, blank=True)
    daily_denominator = models.BigIntegerField(null=True, blank=True)
    leader_numerator = models.BigIntegerField(null=True, blank=True)
    leader_denominator = models.BigIntegerField(null=True, blank=True)
    entered_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")
    entered_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=_whole_or_unset("daily"), name="daily_mark_whole_or_unset"),
            models.CheckConstraint(condition=_whole_or_unset("leader"), name="leader_mark_whole_or_unset"),
        ]

    def __str__(self) -> str:
        return f"marks of {self.reporter_id}"
