from django.db import models
from django.db.models import F, Q

from pingyi.ledgers.decisions.domain.votes import Outcome, VoteForm
from pingyi.ledgers.decisions.models.choices import choices_of
from pingyi.ledgers.decisions.models.meeting import DecisionMeeting, Seat
from pingyi.ledgers.decisions.models.topic import Topic
from pingyi.organisations.models import InstitutionRow, Person


class AgendaItem(InstitutionRow):
    """A topic on the agenda of a meeting. `study`: the Party meeting looks at it first; another body decides it.

    A secret vote is counted on paper by two tellers, or lies in a ballot box (`at_box`) until that is counted
    (`counted_by_box`: the fingerprint of its plan) or has failed (`box_note`). Only counts are stored, nobody's vote.
    """

    class Purpose(models.TextChoices):
        DECIDE = "decide"
        STUDY = "study"

    meeting = models.ForeignKey(DecisionMeeting, on_delete=models.PROTECT, related_name="items")
    topic = models.ForeignKey(Topic, on_delete=models.PROTECT, related_name="items")
    number = models.PositiveSmallIntegerField()
    purpose = models.CharField(max_length=8, choices=Purpose)
    outcome = models.CharField(max_length=12, choices=choices_of(Outcome), blank=True)
    form = models.CharField(max_length=8, choices=choices_of(VoteForm), blank=True)
    approve = models.PositiveSmallIntegerField(null=True)
    against = models.PositiveSmallIntegerField(null=True)
    abstain = models.PositiveSmallIntegerField(null=True)
    first_teller = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    second_teller = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    at_box = models.BooleanField(default=False)
    box_note = models.CharField(max_length=300, blank=True)
    counted_by_box = models.CharField(max_length=64, blank=True)
    box_issued = models.PositiveSmallIntegerField(null=True)
    box_returned = models.PositiveSmallIntegerField(null=True)
    decision = models.TextField(blank=True)
    closed_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey("accounts.Account", null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["meeting", "topic"], name="topic_once_on_an_agenda"),
            models.UniqueConstraint(
                fields=["topic"], condition=Q(outcome=""), name="topic_on_one_open_agenda"
            ),
            models.CheckConstraint(
                condition=Q(form="", approve__isnull=True, against__isnull=True, abstain__isnull=True)
                | (~Q(form="") & Q(approve__isnull=False, against__isnull=False, abstain__isnull=False)),
                name="agenda_vote_is_whole",
            ),
            models.CheckConstraint(
                condition=Q(outcome="", closed_at__isnull=True, closed_by__isnull=True)
                | (~Q(outcome="") & Q(closed_at__isnull=False, closed_by__isnull=False)),
                name="agenda_closed_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(outcome__in=["", Outcome.POSTPONED.value])
                | Q(outcome=Outcome.NOTED.value, form="")
                | (Q(outcome__in=[Outcome.PASSED.value, Outcome.REJECTED.value]) & ~Q(form="")),
                name="agenda_decided_by_vote",
            ),
            models.CheckConstraint(
                condition=(
                    Q(form=VoteForm.SECRET.value, first_teller__isnull=False, second_teller__isnull=False)
                    & ~Q(first_teller=F("second_teller"))
                    & Q(counted_by_box="")
                )
                | (
                    Q(form=VoteForm.SECRET.value, first_teller__isnull=True, second_teller__isnull=True)
                    & ~Q(counted_by_box="")
                )
                | (
                    ~Q(form=VoteForm.SECRET.value)
                    & Q(first_teller__isnull=True, second_teller__isnull=True, counted_by_box="")
                ),
                name="agenda_secret_has_two_tellers_or_a_box",
            ),
            models.CheckConstraint(
                condition=Q(counted_by_box="", box_issued__isnull=True, box_returned__isnull=True)
                | (
                    ~Q(counted_by_box="")
                    & Q(
                        box_issued__isnull=False,
                        box_returned__isnull=False,
                        box_returned__lte=F("box_issued"),
                        box_returned__gte=F("approve") + F("against") + F("abstain"),
                    )
                ),
                name="agenda_box_has_its_account",
            ),
            models.CheckConstraint(
                condition=Q(at_box=False) | Q(outcome=""), name="agenda_open_while_at_the_box"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.topic_id} at {self.meeting_id}"


class Recusal(InstitutionRow):
    """A member who leaves for one item because of an own or a relative's interest."""

    item = models.ForeignKey(AgendaItem, on_delete=models.CASCADE, related_name="recusals")
    seat = models.ForeignKey(Seat, on_delete=models.CASCADE, related_name="recusals")
    reason = models.CharField(max_length=120)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["item", "seat"], name="recused_once"),
            models.CheckConstraint(condition=~Q(reason=""), name="recusal_says_why"),
        ]

    def __str__(self) -> str:
        return f"{self.seat_id} from {self.item_id}"


class Statement(InstitutionRow):
    """What somebody said to an item, in the order of speaking."""

    item = models.ForeignKey(AgendaItem, on_delete=models.CASCADE, related_name="statements")
    seat = models.ForeignKey(Seat, on_delete=models.CASCADE, related_name="statements")
    number = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=500)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["item", "number"], name="statement_number_once"),
            models.CheckConstraint(condition=~Q(text=""), name="statement_says_something"),
        ]

    def __str__(self) -> str:
        return f"{self.number} to {self.item_id}"
