from django.db import models
from django.db.models import Q

from pingyi.organisations.models import InstitutionRow
from pingyi.review.cycles.models import Reporter
from pingyi.review.meetings.domain.comment_edit import Part
from pingyi.review.rectification.models import ProblemItem


class LeaderComment(InstitutionRow):
    """What the commentator said about one on-site reporter, sentence by sentence.

    `version` grows with every writing: who writes over somebody else's words is told so first.
    """

    reporter = models.OneToOneField(Reporter, on_delete=models.PROTECT, related_name="comment")
    is_finished = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=1)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"comment on {self.reporter_id}"


class CommentSentence(InstitutionRow):
    """One sentence with its home: 肯定, 问题, 要求, or 待归类 until it has one.

    A 问题 stands on the problem list, and before the meeting ends somebody has made a draft task of it; or somebody
    has written why it becomes no task, and then it stands on no list. Triggers refuse an ended meeting without that.
    """

    Part = Part

    comment = models.ForeignKey(LeaderComment, on_delete=models.CASCADE, related_name="sentences")
    sequence = models.PositiveSmallIntegerField()
    part = models.CharField(max_length=16, choices=[(part.value, part.value) for part in Part])
    text = models.TextField()
    problem = models.OneToOneField(
        ProblemItem, null=True, blank=True, on_delete=models.PROTECT, related_name="sentence"
    )
    task_draft = models.TextField(blank=True)
    no_task_reason = models.TextField(blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.ForeignKey(
        "accounts.Account", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["comment", "sequence"], name="sentence_sequence_once"),
            models.CheckConstraint(
                condition=Q(part="problem", problem__isnull=False, no_task_reason="")
                | (Q(part="problem", problem__isnull=True, task_draft="") & ~Q(no_task_reason=""))
                | (~Q(part="problem") & Q(problem__isnull=True, task_draft="", no_task_reason="")),
                name="problem_sentence_is_listed_or_says_why_not",
            ),
            models.CheckConstraint(
                condition=Q(
                    task_draft="", no_task_reason="", settled_at__isnull=True, settled_by__isnull=True
                )
                | (
                    (~Q(task_draft="") | ~Q(no_task_reason=""))
                    & Q(settled_at__isnull=False, settled_by__isnull=False)
                ),
                name="sentence_settled_with_author_and_time",
            ),
        ]

    def __str__(self) -> str:
        return self.text[:20]
