from django.db import models
from django.db.models import F, Q

from pingyi.ledgers.kit.models import LedgerEvidence, LedgerRecord
from pingyi.ledgers.orglife.domain.hours import Length
from pingyi.ledgers.orglife.domain.kinds import Kind
from pingyi.organisations.models import InstitutionRow, Person


class Activity(LedgerRecord):
    """One meeting, class, theme Party day, talk or ritual that was held (L1–L9, L12).

    `due_count` and `present_count` are what counts; with a list they are counted from it. Votes are those of one
    decision of a members' meeting, None where nothing was voted on.
    """

    kind = models.CharField(max_length=16, choices=[(one.value, one.value) for one in Kind])
    topic = models.CharField(max_length=120)
    place = models.CharField(max_length=60, blank=True)
    starts_at = models.TimeField(null=True, blank=True)
    ends_at = models.TimeField(null=True, blank=True)
    chair = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    recorder = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    lecturer = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    due_count = models.PositiveSmallIntegerField(default=0)
    present_count = models.PositiveSmallIntegerField(default=0)
    votes_for = models.PositiveSmallIntegerField(null=True, blank=True)
    length = models.CharField(
        max_length=8, choices=[(one.value, one.value) for one in Length], default=Length.HOURS.value
    )
    hours = models.PositiveSmallIntegerField(default=0)
    content = models.TextField(blank=True)

    class Meta(LedgerRecord.Meta):
        indexes = [
            models.Index(fields=["institution", "kind", "happened_on"], name="activity_by_kind"),
            models.Index(fields=["organisation", "happened_on"], name="activity_by_place"),
            # Everything that a matrix reads, so that the rows themselves are not looked at.
            models.Index(
                fields=["institution", "organisation", "kind", "happened_on", "recorded_on", "state"],
                name="activity_in_matrix",
            ),
        ]
        constraints = [
            *LedgerRecord.Meta.constraints,
            models.UniqueConstraint(
                fields=["organisation", "kind", "happened_on", "topic"], name="activity_once"
            ),
            models.CheckConstraint(condition=~Q(topic=""), name="activity_has_topic"),
            models.CheckConstraint(
                condition=Q(present_count__lte=F("due_count")), name="activity_present_of_due"
            ),
            models.CheckConstraint(
                condition=Q(votes_for__isnull=True) | Q(votes_for__lte=F("due_count")),
                name="activity_votes_of_due",
            ),
            models.CheckConstraint(
                condition=Q(starts_at__isnull=True, ends_at__isnull=True)
                | Q(starts_at__isnull=False, ends_at__gt=F("starts_at")),
                name="activity_ends_after_start",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.happened_on} {self.topic}"


class Attendance(InstitutionRow):
    """One person on the list of an activity: there, or not there and why."""

    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="attendances")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    is_present = models.BooleanField()
    reason = models.CharField(max_length=60, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["activity", "person"], name="attendance_once"),
            models.CheckConstraint(
                condition=Q(is_present=False) | Q(reason=""), name="attendance_reason_of_absence"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} at {self.activity_id}"


class ActivityEvidence(LedgerEvidence):
    """A photograph or a paper of an activity."""

    record = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="evidence")

    class Meta(LedgerEvidence.Meta):
        constraints = [models.UniqueConstraint(fields=["record", "file"], name="activity_evidence_once")]

    def __str__(self) -> str:
        return f"{self.file_id} of {self.record_id}"
