from django.db import models
from django.db.models import Q

from pingyi.organisations.models import InstitutionRow
from pingyi.review.cycles.models import Cycle
from pingyi.review.duties.domain.entries import Holder, Part, Strand


class DutyTemplateRow(InstitutionRow):
    """One row of what the lists of a year begin with. The rows are the institution's own, written for each year."""

    cycle = models.ForeignKey(Cycle, on_delete=models.CASCADE, related_name="+")
    holder = models.CharField(max_length=12, choices=[(one.value, one.value) for one in Holder])
    sequence = models.PositiveSmallIntegerField()
    part = models.CharField(max_length=8, choices=[(one.value, one.value) for one in Part])
    strand = models.CharField(max_length=16, choices=[(one.value, one.value) for one in Strand])
    text = models.CharField(max_length=300)
    due_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["cycle", "holder", "sequence"], name="duty_template_row_once"),
            models.CheckConstraint(
                condition=~Q(part="project", strand="integrity"), name="duty_template_plan_has_three_strands"
            ),
        ]

    def __str__(self) -> str:
        return self.text[:20]
