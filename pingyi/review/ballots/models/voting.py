from django.db import models
from django.db.models import Q

from pingyi.organisations.models import InstitutionRow
from pingyi.review.ballots.domain.states import VotingState
from pingyi.review.cycles.models import ReviewMeeting, VoterClass


class Voting(InstitutionRow):
    """The secret ballot of one meeting: one box per voter class that stands alone.

    PREPARED → OPEN → CLOSED (phones stopped and cleaned up; paper is typed in) → COUNTED. `public_key` is the
    address of the ballot page; it says nothing about the meeting's number.
    """

    State = VotingState

    meeting = models.OneToOneField(ReviewMeeting, on_delete=models.PROTECT, related_name="voting")
    mode = models.CharField(max_length=8, choices=ReviewMeeting.BallotMode)
    state = models.CharField(
        max_length=8,
        choices=[(state.value, state.value) for state in VotingState],
        default=VotingState.PREPARED,
    )
    public_key = models.CharField(max_length=16, unique=True)
    # The fingerprint of the frozen plan that the boxes were made from.
    plan_fingerprint = models.CharField(max_length=64)
    # Where phones reach this server (https://host), as printed on the slips. Empty until slips are printed.
    address = models.CharField(max_length=120, blank=True)
    opened_at = models.DateTimeField(null=True, blank=True)
    opened_by = models.ForeignKey(
        "accounts.Account", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey(
        "accounts.Account", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    # When the last clean-up ended (rows rewritten at random, log truncated, file compacted); empty while one is due.
    cleaned_at = models.DateTimeField(null=True, blank=True)
    counted_at = models.DateTimeField(null=True, blank=True)
    counted_by = models.ForeignKey(
        "accounts.Account", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state="prepared", opened_at__isnull=True, opened_by__isnull=True)
                | Q(~Q(state="prepared"), opened_at__isnull=False, opened_by__isnull=False),
                name="voting_opened_with_author_and_time",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["prepared", "open"], closed_at__isnull=True, closed_by__isnull=True)
                | Q(state__in=["closed", "counted"], closed_at__isnull=False, closed_by__isnull=False),
                name="voting_closed_with_author_and_time",
            ),
            models.CheckConstraint(
                condition=Q(~Q(state="counted"), counted_at__isnull=True, counted_by__isnull=True)
                | Q(state="counted", counted_at__isnull=False, counted_by__isnull=False),
                name="voting_counted_with_author_and_time",
            ),
            models.CheckConstraint(
                condition=~Q(state="counted") | Q(cleaned_at__isnull=False),
                name="voting_counted_after_clean_up",
            ),
        ]

    def __str__(self) -> str:
        return f"voting of {self.meeting_id}"


class Box(InstitutionRow):
    """The box of one voter class (票箱).

    A class with fewer ballots than the threshold may vote again on paper (`revoted_*`: what came by phone is
    thrown away). If there are still too few, a person decides: the box stays unopened and is an empty category,
    or it is counted all the same.
    """

    class SmallDecision(models.TextChoices):
        NONE = ""
        UNOPENED = "unopened"
        COUNT = "count"

    voting = models.ForeignKey(Voting, on_delete=models.PROTECT, related_name="boxes")
    voter_class = models.OneToOneField(VoterClass, on_delete=models.PROTECT, related_name="box")
    slips_printed = models.PositiveIntegerField(default=0)
    forms_printed = models.PositiveIntegerField(default=0)
    revote_reason = models.TextField(blank=True)
    revoted_at = models.DateTimeField(null=True, blank=True)
    revoted_by = models.ForeignKey(
        "accounts.Account", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    small_decision = models.CharField(
        max_length=8, choices=SmallDecision, blank=True, default=SmallDecision.NONE
    )
    small_reason = models.TextField(blank=True)
    small_decided_at = models.DateTimeField(null=True, blank=True)
    small_decided_by = models.ForeignKey(
        "accounts.Account", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(revoted_at__isnull=True, revoted_by__isnull=True, revote_reason="")
                | Q(~Q(revote_reason=""), revoted_at__isnull=False, revoted_by__isnull=False),
                name="revote_says_why_who_when",
            ),
            models.CheckConstraint(
                condition=Q(
                    small_decision="",
                    small_reason="",
                    small_decided_at__isnull=True,
                    small_decided_by__isnull=True,
                )
                | Q(
                    ~Q(small_decision=""),
                    ~Q(small_reason=""),
                    small_decided_at__isnull=False,
                    small_decided_by__isnull=False,
                ),
                name="small_box_decision_says_why_who_when",
            ),
        ]

    def __str__(self) -> str:
        return f"box of {self.voter_class_id}"


class HandCount(InstitutionRow):
    """What counters count by hand for one class: handed out, left over, returned unused, spoiled, exchanged."""

    box = models.OneToOneField(Box, on_delete=models.PROTECT, related_name="hand_count")
    handed_out = models.PositiveIntegerField()
    left_over = models.PositiveIntegerField()
    returned_unused = models.PositiveIntegerField(default=0)
    spoiled = models.PositiveIntegerField(default=0)
    # Papers handed out a second time to the same voter, who had given the first one back.
    exchanged = models.PositiveIntegerField(default=0)
    counted_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")
    checked_by = models.ForeignKey(
        "accounts.Account", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    # Why a line of the balance differs, in the words of the one who checked.
    difference_note = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(checked_by__isnull=True) | ~Q(checked_by=models.F("counted_by")),
                name="hand_count_checked_by_a_second_person",
            ),
        ]

    def __str__(self) -> str:
        return f"hand count of {self.box_id}"
