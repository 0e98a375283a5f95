from django.db import models
from django.db.models import F, Q

from pingyi.organisations.models import InstitutionRow, Organisation
from pingyi.review.cycles.models import Cycle
from pingyi.review.rectification.domain.problem import ProblemState


class ProblemItem(InstitutionRow):
    """A named problem of one organisation. It lives until it is closed out, over as many years as that takes.

    `cause` is why it came to this, in the organisation's own words: written before its plan is approved.
    """

    class Source(models.TextChoices):
        COMMENT = "comment"
        BALLOT_REMARK = "ballot_remark"
        SELF_FOUND = "self_found"
        INSPECTION = "inspection"
        LAST_YEAR = "last_year"

    State = ProblemState

    class Tag(models.TextChoices):
        KEY_PROBLEM = "key_problem"
        KEY_AREA = "key_area"
        WEAK_LINK = "weak_link"

    cycle = models.ForeignKey(Cycle, on_delete=models.PROTECT, related_name="problems")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="problems")
    number = models.PositiveIntegerField()
    text = models.TextField()
    source = models.CharField(max_length=16, choices=Source)
    source_note = models.CharField(max_length=200, blank=True)
    cause = models.TextField(blank=True)
    tags = models.JSONField(default=list)
    state = models.CharField(
        max_length=16, choices=[(state.value, state.value) for state in ProblemState], default=State.RAISED
    )
    raised_at = models.DateTimeField()
    # Claimed or contested by the organisation, with the one who did it.
    answered_by = models.ForeignKey(
        "accounts.Account", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    answered_at = models.DateTimeField(null=True, blank=True)
    contest_reason = models.TextField(blank=True)
    # The convenor's word on a contest: upheld puts it back to claimed, otherwise it is withdrawn with a reason.
    ruling_note = models.TextField(blank=True)
    ruled_by = models.ForeignKey(
        "accounts.Account", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    ruled_at = models.DateTimeField(null=True, blank=True)
    # Struck off (销号) by somebody else than who claimed it.
    closed_by = models.ForeignKey(
        "accounts.Account", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["cycle", "number"], name="problem_number_once"),
            models.CheckConstraint(
                condition=Q(answered_by__isnull=True, answered_at__isnull=True)
                | Q(answered_by__isnull=False, answered_at__isnull=False),
                name="problem_answer_has_author_and_time",
            ),
            models.CheckConstraint(
                condition=~Q(state="contested") | ~Q(contest_reason=""), name="problem_contest_has_reason"
            ),
            models.CheckConstraint(
                condition=~Q(state="withdrawn") | (~Q(ruling_note="") & Q(ruled_by__isnull=False)),
                name="problem_withdrawn_with_ruling",
            ),
            models.CheckConstraint(
                condition=(Q(state="closed") & Q(closed_by__isnull=False, closed_at__isnull=False))
                | (~Q(state="closed") & Q(closed_by__isnull=True, closed_at__isnull=True)),
                name="problem_closed_with_author_and_time",
            ),
            # SQL's NULL <> x is unknown, which a CHECK lets pass: an open problem is not affected.
            models.CheckConstraint(
                condition=Q(closed_by__isnull=True) | ~Q(closed_by=F("answered_by")),
                name="problem_closed_by_a_second_person",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.text[:20]}"
