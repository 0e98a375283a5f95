from django.db import models
from django.db.models import Q

from pingyi.core.ids import RandomKey
from pingyi.organisations.models import InstitutionRow
from pingyi.review.cycles.models import Reporter, ReviewMeeting, VoterListing


class Sitting(InstitutionRow):
    """A review meeting as it really runs: opened, at which agenda item, ended."""

    class State(models.TextChoices):
        CHECK_IN = "check_in"
        RUNNING = "running"
        ENDED = "ended"

    meeting = models.OneToOneField(ReviewMeeting, on_delete=models.PROTECT, related_name="sitting")
    state = models.CharField(max_length=16, choices=State, default=State.CHECK_IN)
    # Address of the hall screen: whoever has it sees the screen, nothing more.
    hall_key = models.CharField(max_length=32, unique=True)
    started_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"sitting of {self.meeting_id}"


class AgendaItem(InstitutionRow):
    """One step of the meeting. Only one runs at a time (a partial unique key says so)."""

    class Kind(models.TextChoices):
        OPENING = "opening"
        REPORT = "report"
        COMMENT = "comment"
        SPEECH = "speech"
        BALLOT = "ballot"
        CLOSING = "closing"

    class State(models.TextChoices):
        WAITING = "waiting"
        RUNNING = "running"
        DONE = "done"
        SKIPPED = "skipped"

    sitting = models.ForeignKey(Sitting, on_delete=models.CASCADE, related_name="agenda")
    sequence = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=16, choices=Kind)
    reporter = models.ForeignKey(Reporter, null=True, blank=True, on_delete=models.PROTECT, related_name="agenda_items")
    title = models.CharField(max_length=160)
    planned_seconds = models.PositiveIntegerField(default=0)
    state = models.CharField(max_length=16, choices=State, default=State.WAITING)
    started_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["sitting", "sequence"], name="agenda_sequence_once"),
            models.UniqueConstraint(
                fields=["sitting"], condition=Q(state="running"), name="one_agenda_item_at_a_time"
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Attendance(InstitutionRow):
    """A voter who has arrived, ticked at the desk of her class: no time, no order, nothing of slips."""

    id = RandomKey()
    sitting = models.ForeignKey(Sitting, on_delete=models.CASCADE, related_name="attendance")
    listing = models.OneToOneField(VoterListing, on_delete=models.PROTECT, related_name="attendance")
    recorded_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"attendance of {self.listing_id}"
