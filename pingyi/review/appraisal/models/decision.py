from django.db import models
from django.db.models import F, Q

from pingyi.organisations.models import InstitutionRow
from pingyi.review.appraisal.models.snapshot import AppraisalSnapshot
from pingyi.review.cycles.models import Reporter

GRADES = ["good", "fairly_good", "average", "poor"]


class GradeDecision(InstitutionRow):
    """The grade that a committee meeting decided. Where it differs from the proposed one, the reason stands here.

    Rows are only added (database triggers refuse the rest): the one with the highest sequence is in force, a
    correction says why, and what was decided before stays to be read.
    """

    reporter = models.ForeignKey(Reporter, on_delete=models.PROTECT, related_name="decisions")
    sequence = models.PositiveSmallIntegerField(default=1)
    snapshot = models.ForeignKey(AppraisalSnapshot, on_delete=models.PROTECT, related_name="+")
    proposed_grade = models.CharField(max_length=16, blank=True)
    decided_grade = models.CharField(max_length=16)
    deciding_meeting = models.CharField(max_length=120)
    decided_on = models.DateField()
    reason = models.TextField(blank=True)
    correction_note = models.TextField(blank=True)
    recorded_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["reporter", "sequence"], name="decision_sequence_once"),
            models.CheckConstraint(condition=Q(decided_grade__in=GRADES), name="decided_grade_is_a_grade"),
            models.CheckConstraint(
                condition=Q(decided_grade=F("proposed_grade")) | ~Q(reason=""),
                name="other_grade_needs_reason",
            ),
            models.CheckConstraint(
                condition=Q(sequence=1) | ~Q(correction_note=""), name="correction_says_why"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.reporter_id} {self.decided_grade}"
