from django.db import models
from django.db.models import Q

from pingyi.organisations.models import InstitutionRow
from pingyi.review.cycles.models import Reporter
from pingyi.review.dutyreports.domain.outline import SectionPart
from pingyi.review.dutyreports.domain.states import ReportState
from pingyi.review.rectification.models import ProblemItem


class DutyReport(InstitutionRow):
    """What a secretary reports about leading Party building in the year (述职报告).

    The words of every handing-in stay in the event log; the rows hold the text as it stands now.
    """

    State = ReportState

    reporter = models.OneToOneField(Reporter, on_delete=models.CASCADE, related_name="report")
    state = models.CharField(
        max_length=16,
        choices=[(state.value, state.value) for state in ReportState],
        default=ReportState.DRAFT.value,
    )
    # Grows with every save: a save that started from an older version is refused, so that no text is lost.
    version = models.PositiveIntegerField(default=1)
    saved_at = models.DateTimeField(null=True, blank=True)
    saved_by = models.ForeignKey(
        "accounts.Account", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    # How many times it was handed in (第几稿). Lateness is judged by the first time.
    rounds = models.PositiveSmallIntegerField(default=0)
    first_submitted_at = models.DateTimeField(null=True, blank=True)
    submitted_at = models.DateTimeField(null=True, blank=True)
    submitted_by = models.ForeignKey(
        "accounts.Account", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    # The last return or acceptance; the reason of the last return stays until the next.
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        "accounts.Account", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    return_reason = models.TextField(blank=True)
    # Which level of the chain has it now, counted from 0; it starts anew with every handing-in.
    level = models.PositiveSmallIntegerField(default=0)
    # A new deadline given with a return: it replaces the cycle's for this report.
    due_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="returned") | ~Q(return_reason=""), name="report_returned_with_reason"
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["returned", "accepted"])
                | Q(decided_at__isnull=False, decided_by__isnull=False),
                name="report_decided_with_author_and_time",
            ),
            models.CheckConstraint(
                condition=Q(state="draft")
                | Q(
                    rounds__gte=1,
                    first_submitted_at__isnull=False,
                    submitted_at__isnull=False,
                    submitted_by__isnull=False,
                ),
                name="report_submitted_with_author_and_time",
            ),
        ]

    def __str__(self) -> str:
        return f"report of {self.reporter_id}"


class ReportSection(InstitutionRow):
    Part = SectionPart

    report = models.ForeignKey(DutyReport, on_delete=models.CASCADE, related_name="sections")
    sequence = models.PositiveSmallIntegerField()
    part = models.CharField(
        max_length=16,
        choices=[(part.value, part.value) for part in SectionPart],
        default=SectionPart.DUTIES.value,
    )
    heading = models.CharField(max_length=120)
    text = models.TextField(blank=True)
    # The section of the outline that it was laid out from: guidance and limit are read there. Empty: none.
    code = models.CharField(max_length=40, blank=True, default="")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["report", "sequence"], name="section_sequence_once")]

    def __str__(self) -> str:
        return self.heading


class ProblemAnswer(InstitutionRow):
    """The compulsory answer to one problem that was still open when the report was begun or handed in (必答题)."""

    report = models.ForeignKey(DutyReport, on_delete=models.CASCADE, related_name="answers")
    problem = models.ForeignKey(ProblemItem, on_delete=models.PROTECT, related_name="answers")
    text = models.TextField(blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["report", "problem"], name="answer_once")]

    def __str__(self) -> str:
        return f"answer to {self.problem_id}"
