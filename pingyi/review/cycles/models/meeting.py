from django.db import models
from django.db.models import F, Q

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

    In a satisfaction poll: an organisation that is asked about, with who answers for it; nobody reports.

    Key of the review: year and organisation, with the person recorded (review-rules section 7.7).
    """

    class Mode(models.TextChoices):
        ON_SITE = "on_site"
        WRITTEN = "written"

    cycle = models.ForeignKey(Cycle, on_delete=models.CASCADE, related_name="reporters")
    meeting = models.ForeignKey(ReviewMeeting, on_delete=models.PROTECT, related_name="reporters")
    organisation = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, related_name="reporters"
    )
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

    There is no default weight: it stays empty until a person sets it. A class below the threshold is merged into
    another before the vote, by a recorded decision (`merged_into`).
    """

    meeting = models.ForeignKey(ReviewMeeting, on_delete=models.CASCADE, related_name="voter_classes")
    code = models.CharField(max_length=4)
    name = models.CharField(max_length=120)
    order = models.PositiveSmallIntegerField()
    weight_numerator = models.BigIntegerField(null=True, blank=True)
    weight_denominator = models.BigIntegerField(null=True, blank=True)
    # A selected part (部分代表) says how it was selected.
    is_selected_part = models.BooleanField(default=False)
    selection_note = models.TextField(blank=True)
    merged_into = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="merged"
    )
    merge_reason = models.TextField(blank=True)
    merged_by = models.ForeignKey(
        "accounts.Account", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    merged_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["meeting", "code"], name="class_code_once"),
            models.UniqueConstraint(fields=["meeting", "order"], name="class_order_once"),
            models.CheckConstraint(
                condition=Q(weight_numerator__isnull=True, weight_denominator__isnull=True)
                | Q(weight_numerator__gte=0, weight_denominator__gt=0),
                name="class_weight_unset_or_not_negative",
            ),
            models.CheckConstraint(
                condition=Q(is_selected_part=False) | ~Q(selection_note=""), name="selected_part_says_how"
            ),
            models.CheckConstraint(
                condition=Q(
                    merged_into__isnull=True, merge_reason="", merged_by__isnull=True, merged_at__isnull=True
                )
                | (
                    Q(merged_into__isnull=False, merged_by__isnull=False, merged_at__isnull=False)
                    & ~Q(merge_reason="")
                ),
                name="merge_says_why_who_when",
            ),
            models.CheckConstraint(
                condition=Q(merged_into__isnull=True) | ~Q(merged_into=F("pk")),
                name="class_not_merged_into_itself",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.name}"


class VoterListing(InstitutionRow):
    """A person on the list of a class. On several lists one listing counts: the first class by order, unless somebody
    decided otherwise (`decided_by`; such a decision stands when lists change later).
    """

    meeting = models.ForeignKey(ReviewMeeting, on_delete=models.CASCADE, related_name="listings")
    voter_class = models.ForeignKey(VoterClass, on_delete=models.CASCADE, related_name="listings")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="listings")
    counts_here = models.BooleanField(default=True)
    decided_by = models.ForeignKey(
        "accounts.Account", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["voter_class", "person"], name="listing_once_per_class"),
            models.UniqueConstraint(
                fields=["meeting", "person"], condition=Q(counts_here=True), name="one_class_per_person"
            ),
            models.CheckConstraint(
                condition=Q(decided_by__isnull=True, decided_at__isnull=True)
                | Q(decided_by__isnull=False, decided_at__isnull=False, counts_here=True),
                name="listing_decided_with_author_and_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} in {self.voter_class}"
