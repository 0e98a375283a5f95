from django.db import models
from django.db.models import Q

from pingyi.core.ids import RandomKey
from pingyi.organisations.models import InstitutionRow
from pingyi.review.cycles.models import Reporter, ReviewMeeting, VoterListing
from pingyi.review.meetings.domain.agenda import ItemKind, ItemState, SittingState


class Sitting(InstitutionRow):
    """A review meeting as it really runs: opened, at which agenda item, ended."""

    State = SittingState

    meeting = models.OneToOneField(ReviewMeeting, on_delete=models.PROTECT, related_name="sitting")
    state = models.CharField(
        max_length=16,
        choices=[(state.value, state.value) for state in SittingState],
        default=SittingState.CHECK_IN,
    )
    # Address of the hall screen: whoever has it sees the screen, nothing more.
    hall_key = models.CharField(max_length=32, unique=True)
    # The hall's wireless network as it stands on the screen while people vote; nothing if there is none.
    network_name = models.CharField(max_length=32, blank=True)
    network_password = models.CharField(max_length=63, blank=True)
    started_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state="check_in", started_at__isnull=True, ended_at__isnull=True)
                | Q(state="running", started_at__isnull=False, ended_at__isnull=True)
                | Q(state="ended", ended_at__isnull=False),
                name="sitting_has_the_times_of_its_state",
            ),
        ]

    def __str__(self) -> str:
        return f"sitting of {self.meeting_id}"


class AgendaItem(InstitutionRow):
    """One step of the meeting. Only one runs at a time (a partial unique key says so)."""

    Kind = ItemKind
    State = ItemState

    sitting = models.ForeignKey(Sitting, on_delete=models.CASCADE, related_name="agenda")
    sequence = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=16, choices=[(kind.value, kind.value) for kind in ItemKind])
    reporter = models.ForeignKey(
        Reporter, null=True, blank=True, on_delete=models.PROTECT, related_name="agenda_items"
    )
    title = models.CharField(max_length=160)
    planned_seconds = models.PositiveIntegerField(default=0)
    state = models.CharField(
        max_length=16, choices=[(state.value, state.value) for state in ItemState], default=ItemState.WAITING
    )
    started_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    skip_reason = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["sitting", "sequence"], name="agenda_sequence_once"),
            models.UniqueConstraint(
                fields=["sitting"], condition=Q(state="running"), name="one_agenda_item_at_a_time"
            ),
            models.UniqueConstraint(
                fields=["sitting", "kind", "reporter"],
                condition=Q(reporter__isnull=False),
                name="agenda_reporter_once_per_kind",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=["report", "comment"], reporter__isnull=False)
                | (~Q(kind__in=["report", "comment"]) & Q(reporter__isnull=True)),
                name="agenda_report_and_comment_name_reporter",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["waiting", "skipped"], started_at__isnull=True, ended_at__isnull=True)
                | Q(state="running", started_at__isnull=False, ended_at__isnull=True)
                | Q(state="done", started_at__isnull=False, ended_at__isnull=False),
                name="agenda_item_has_the_times_of_its_state",
            ),
            models.CheckConstraint(
                condition=(Q(state="skipped") & ~Q(skip_reason=""))
                | (~Q(state="skipped") & Q(skip_reason="")),
                name="agenda_item_skipped_with_reason",
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
