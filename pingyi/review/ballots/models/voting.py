from django.db import models
from django.db.models import Q

from pingyi.organisations.models import InstitutionRow
from pingyi.review.cycles.models import ReviewMeeting, VoterClass


class Voting(InstitutionRow):
    """The secret ballot of one meeting: one box per voter class that stands alone.

    PREPARED → OPEN → CLOSED (nothing more goes in; cleaned up) → COUNTED. `public_key` is the address of the
    ballot page; it says nothing about the meeting's number.
    """

    class State(models.TextChoices):
        PREPARED = "prepared"
        OPEN = "open"
        CLOSED = "closed"
        COUNTED = "counted"

    meeting = models.OneToOneField(ReviewMeeting, on_delete=models.PROTECT, related_name="voting")
    mode = models.CharField(max_length=8, choices=ReviewMeeting.BallotMode)
    state = models.CharField(max_length=8, choices=State, default=State.PREPARED)
    public_key = models.CharField(max_length=16, unique=True)
    opened_at = models.DateTimeField(null=True, blank=True)
    opened_by = models.ForeignKey("accounts.Account", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey("accounts.Account", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    # Set when the clean-up of a closed box has ended (rows rewritten at random, log truncated, file vacuumed).
    cleaned_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state="prepared") | Q(opened_at__isnull=False, opened_by__isnull=False),
                name="voting_opened_with_author_and_time",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["prepared", "open"]) | Q(closed_at__isnull=False, closed_by__isnull=False),
                name="voting_closed_with_author_and_time",
            ),
            models.CheckConstraint(
                condition=~Q(state="counted") | Q(cleaned_at__isnull=False), name="voting_counted_after_clean_up"
            ),
        ]

    def __str__(self) -> str:
        return f"voting of {self.meeting_id}"


class Box(InstitutionRow):
    """The box of one voter class (票箱). A box that stays unopened at the end is an empty category."""

    voting = models.ForeignKey(Voting, on_delete=models.PROTECT, related_name="boxes")
    voter_class = models.OneToOneField(VoterClass, on_delete=models.PROTECT, related_name="box")
    slips_printed = models.PositiveIntegerField(default=0)
    forms_printed = models.PositiveIntegerField(default=0)
    # Fewer ballots than the threshold: counted only if a person decides so after the class voted again on paper.
    is_left_unopened = models.BooleanField(default=False)
    unopened_reason = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(is_left_unopened=False) | ~Q(unopened_reason=""), name="unopened_box_says_why"
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
    # Slips handed back for a paper form: those voters were handed two things (part of returned_unused).
    exchanged = models.PositiveIntegerField(default=0)
    counted_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")
    checked_by = models.ForeignKey("accounts.Account", null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(checked_by__isnull=True) | ~Q(checked_by=models.F("counted_by")),
                name="hand_count_checked_by_a_second_person",
            ),
        ]

    def __str__(self) -> str:
        return f"hand count of {self.box_id}"
