from django.db import models
from django.db.models import Q

from pingyi.organisations.models import InstitutionRow, Person
from pingyi.review.cycles.models.cycle import Cycle


class ReviewMeeting(InstitutionRow):
    """One review meeting as planned. Chair and commentator are two roles, filled by one person or by two."""

    class BallotMode(models.TextChoices):
        PAPER = "paper"
        CODE = "code"

    cycle = models.ForeignKey(Cycle, on_delete=models.CASCADE, related_name="meetings")
    sequence = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=120)
    held_at = models.DateTimeField()
    place = models.CharField(max_length=120, blank=True)
    chair = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    chair_title = models.CharField(max_length=64, blank=True)
    commentator = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    commentator_title = models.CharField(max_length=64, blank=True)
    ballot_mode = models.CharField(max_length=8, choices=BallotMode, default=BallotMode.PAPER)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["cycle", "sequence"], name="meeting_sequence_once"),
        ]

    def __str__(self) -> str:
        return self.name


class Reporter(InstitutionRow):
    """The secretary (or acting deputy) of one organisation in one year: who reports, how, and whether voted on.

    Key of the review: year and organisation, with the person recorded (review-rules section 7.7).
    """

    class Mode(models.TextChoices):
        ON_SITE = "on_site"
        WRITTEN = "written"

    cycle = models.ForeignKey(Cycle, on_delete=models.CASCADE, related_name="reporters")
    meeting = models.ForeignKey(ReviewMeeting, on_delete=models.PROTECT, related_name="reporters")
    organisation = models.ForeignKey("organisations.Organisation", on_delete=models.PROTECT, related_name="reporters")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="reporters")
    title_text = models.CharField(max_length=64)
    is_acting = models.BooleanField(default=False)
    mode = models.CharField(max_length=8, choices=Mode)
    is_voted_on = models.BooleanField(default=True)
    # Place on the agenda among those on site, and the row's place on the ballot for everybody.
    order = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["cycle", "organisation"], name="reporter_once_per_organisation"),
            models.UniqueConstraint(fields=["meeting", "order"], name="reporter_order_once"),
        ]

    def __str__(self) -> str:
        return f"{self.organisation} {self.person}"


class VoterClass(InstitutionRow):
    """A class of voters of one meeting. The weight belongs to its ballots, exact as numerator over denominator.

    A class below the threshold is merged into another before the vote, by a recorded decision (`merged_into`).
    """

    meeting = models.ForeignKey(ReviewMeeting, on_delete=models.CASCADE, related_name="voter_classes")
    code = models.CharField(max_length=4)
    name = models.CharField(max_length=120)
    order = models.PositiveSmallIntegerField()
    weight_numerator = models.BigIntegerField()
    weight_denominator = models.BigIntegerField()
    # A selected part (部分代表) says how it was selected.
    is_selected_part = models.BooleanField(default=False)
    selection_note = models.TextField(blank=True)
    merged_into = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="merged")
    merge_reason = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["meeting", "code"], name="class_code_once"),
            models.UniqueConstraint(fields=["meeting", "order"], name="class_order_once"),
            models.CheckConstraint(
                condition=Q(weight_numerator__gte=0, weight_denominator__gt=0), name="class_weight_not_negative"
            ),
            models.CheckConstraint(
                condition=Q(is_selected_part=False) | ~Q(selection_note=""), name="selected_part_says_how"
            ),
            models.CheckConstraint(
                condition=Q(merged_into__isnull=True) | ~Q(merge_reason=""), name="merge_says_why"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.name}"


class VoterListing(InstitutionRow):
    """A person on the list of a class. On several lists one listing counts; the overlap is shown and a person decides."""

    meeting = models.ForeignKey(ReviewMeeting, on_delete=models.CASCADE, related_name="listings")
    voter_class = models.ForeignKey(VoterClass, on_delete=models.CASCADE, related_name="listings")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="listings")
    counts_here = models.BooleanField(default=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["voter_class", "person"], name="listing_once_per_class"),
            models.UniqueConstraint(
                fields=["meeting", "person"], condition=Q(counts_here=True), name="one_class_per_person"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} in {self.voter_class}"
