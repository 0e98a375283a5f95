from django.db import models
from django.db.models import F, Q

from pingyi.organisations.models import InstitutionRow
from pingyi.review.appraisal.models.snapshot import AppraisalSnapshot
from pingyi.review.cycles.models import Reporter

GRADES = ["good", "fairly_good", "average", "poor"]


class GradeDecision(InstitutionRow):
    """The grade that a committee meeting decided. Where it differs from the proposed one, the reason stands here."""

    reporter = models.OneToOneField(Reporter, on_delete=models.PROTECT, related_name="decision")
    snapshot = models.ForeignKey(AppraisalSnapshot, on_delete=models.PROTECT, related_name="+")
    proposed_grade = models.CharField(max_length=16, blank=True)
    decided_grade = models.CharField(max_length=16)
    deciding_meeting = models.CharField(max_length=120)
    decided_on = models.DateField()
    reason = models.TextField(blank=True)
    recorded_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(decided_grade__in=GRADES), name="decided_grade_is_a_grade"),
            models.CheckConstraint(
                condition=Q(decided_grade=F("proposed_grade")) | ~Q(reason=""),
                name="other_grade_needs_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.reporter_id} {self.decided_grade}"


class ComprehensiveOpinion(InstitutionRow):
    """The committee's words on one secretary (综合评价意见): affirmed, problems, direction."""

    reporter = models.OneToOneField(Reporter, on_delete=models.PROTECT, related_name="opinion")
    strengths = models.TextField(blank=True)
    problems = models.TextField(blank=True)
    direction = models.TextField(blank=True)
    written_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"opinion on {self.reporter_id}"


class FeedbackLetter(InstitutionRow):
    """When the letter of one reporter was given out. The text is made from the opinion and the decision."""

    reporter = models.OneToOneField(Reporter, on_delete=models.PROTECT, related_name="feedback_letter")
    issued_on = models.DateField()
    issued_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"letter to {self.reporter_id}"
