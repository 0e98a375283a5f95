from django.db import models
from django.db.models import Q

from pingyi.ledgers.decisions.domain.bodies import BodyKind
from pingyi.ledgers.decisions.models.choices import choices_of
from pingyi.organisations.models import InstitutionRow, Organisation, Person


class DecisionMeeting(InstitutionRow):
    """A meeting of one body of a unit. `held_at` is when it is to be and then was; `begun_at` is when attendance was
    recorded: from then on its agenda stands. `called_off_at`: it was taken off before that, and is over.
    """

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="decision_meetings")
    body = models.CharField(max_length=20, choices=choices_of(BodyKind))
    year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()
    held_at = models.DateTimeField()
    place = models.CharField(max_length=80, blank=True)
    notified_on = models.DateField(null=True)
    chair = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    recorder = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    begun_at = models.DateTimeField(null=True)
    called_off_at = models.DateTimeField(null=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "body", "year", "number"], name="decision_meeting_number_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation_id} {self.body} {self.year}-{self.number}"


class Seat(InstitutionRow):
    """Somebody invited to a meeting. Observers (`is_voting` off) speak and do not vote. `attended` is empty until the
    meeting; `opinion` is what an absent member sent in writing.
    """

    class Plan(models.TextChoices):
        COMES = "comes"
        LEAVE = "leave"
        UNKNOWN = "unknown"

    meeting = models.ForeignKey(DecisionMeeting, on_delete=models.CASCADE, related_name="seats")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    order = models.PositiveSmallIntegerField()
    is_voting = models.BooleanField(default=True)
    is_leader = models.BooleanField(default=False)
    plan = models.CharField(max_length=8, choices=Plan, default=Plan.UNKNOWN)
    attended = models.BooleanField(null=True)
    reason = models.CharField(max_length=80, blank=True)
    opinion = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["meeting", "person"], name="seat_once"),
            models.CheckConstraint(condition=~Q(plan="leave") | ~Q(reason=""), name="seat_leave_says_why"),
            models.CheckConstraint(
                condition=Q(is_voting=True) | Q(is_leader=False), name="seat_leader_votes"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} in {self.meeting_id}"


class MinutesSignature(InstitutionRow):
    """A signature under the minutes. Two different people sign; the rows are only added."""

    meeting = models.ForeignKey(DecisionMeeting, on_delete=models.PROTECT, related_name="signatures")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    signed_on = models.DateField()
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["meeting", "person"], name="minutes_signed_once_each"),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} under {self.meeting_id}"
