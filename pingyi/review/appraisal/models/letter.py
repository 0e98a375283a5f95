from django.db import models

from pingyi.organisations.models import InstitutionRow
from pingyi.review.appraisal.models.decision import GradeDecision
from pingyi.review.cycles.models import Reporter


class ComprehensiveOpinion(InstitutionRow):
    """The committee's words on one secretary (综合评价意见): affirmed, problems, direction, and what they rest on.

    `version` grows with every writing: who writes over somebody else's words is told so first.
    """

    reporter = models.OneToOneField(Reporter, on_delete=models.PROTECT, related_name="opinion")
    strengths = models.TextField(blank=True)
    problems = models.TextField(blank=True)
    direction = models.TextField(blank=True)
    grounds = models.TextField(blank=True, default="")
    version = models.PositiveIntegerField(default=1)
    written_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"opinion on {self.reporter_id}"


class FeedbackLetter(InstitutionRow):
    """A letter as it was given out; it does not change any more (database triggers refuse it).

    `content` is what it says, `template` the school's own template if one was in use when it was given out; without it
    the letter has the built-in layout. When the opinion or the decision is corrected later, another one is issued, and
    the one with the highest sequence is in force.
    """

    reporter = models.ForeignKey(Reporter, on_delete=models.PROTECT, related_name="letters")
    sequence = models.PositiveSmallIntegerField(default=1)
    decision = models.ForeignKey(GradeDecision, on_delete=models.PROTECT, related_name="+")
    opinion_version = models.PositiveIntegerField()
    content = models.JSONField()
    template = models.ForeignKey(
        "documents.PaperTemplate", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    issued_on = models.DateField()
    issued_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["reporter", "sequence"], name="letter_sequence_once"),
        ]

    def __str__(self) -> str:
        return f"letter {self.sequence} to {self.reporter_id}"
