from django.db import models
from django.db.models import Q

from pingyi.organisations.models import InstitutionRow
from pingyi.review.cycles.models import Reporter
from pingyi.review.rectification.models import ProblemItem


class LeaderComment(InstitutionRow):
    """What the commentator said about one on-site reporter, sentence by sentence."""

    reporter = models.OneToOneField(Reporter, on_delete=models.PROTECT, related_name="comment")
    is_finished = models.BooleanField(default=False)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"comment on {self.reporter_id}"


class CommentSentence(InstitutionRow):
    """One sentence with its home: 肯定, 问题 or 要求. Every 问题 has become a problem item."""

    class Part(models.TextChoices):
        STRENGTH = "strength"
        PROBLEM = "problem"
        REQUIREMENT = "requirement"

    comment = models.ForeignKey(LeaderComment, on_delete=models.CASCADE, related_name="sentences")
    sequence = models.PositiveSmallIntegerField()
    part = models.CharField(max_length=16, choices=Part)
    text = models.TextField()
    problem = models.OneToOneField(
        ProblemItem, null=True, blank=True, on_delete=models.PROTECT, related_name="sentence"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["comment", "sequence"], name="sentence_sequence_once"),
            models.CheckConstraint(
                condition=(Q(part="problem") & Q(problem__isnull=False))
                | (~Q(part="problem") & Q(problem__isnull=True)),
                name="problem_sentence_has_problem_item",
            ),
        ]

    def __str__(self) -> str:
        return self.text[:20]
