from django.db import models
from django.db.models import F, Q

from pingyi.organisations.models import InstitutionRow
from pingyi.review.duties.domain.entries import NoteKind
from pingyi.review.duties.models.item import DutyItem


class DutyNote(InstitutionRow):
    """What was reported, confirmed, returned, changed about an entry of a list in force: a line each, never changed."""

    item = models.ForeignKey(DutyItem, on_delete=models.PROTECT, related_name="notes")
    kind = models.CharField(max_length=12, choices=[(one.value, one.value) for one in NoteKind])
    text = models.TextField(blank=True)
    written_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(kind="confirmed") | ~Q(text=""), name="duty_note_has_words")
        ]

    def __str__(self) -> str:
        return f"{self.kind} of {self.item_id}"


class StageMove(InstitutionRow):
    """A project finished its next stage, or took the last one back with a reason. Moves are never changed.

    The stages in force are those of the newest move. A trigger lets a move begin only where the project stands, and
    CHECKs let it go one stage only: none is skipped.
    """

    item = models.ForeignKey(DutyItem, on_delete=models.PROTECT, related_name="moves")
    number = models.PositiveIntegerField()
    from_stage = models.PositiveSmallIntegerField()
    to_stage = models.PositiveSmallIntegerField()
    # The day on which the stage was finished; nothing when one is taken back.
    happened_on = models.DateField(null=True, blank=True)
    text = models.TextField()
    moved_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")
    moved_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["item", "number"], name="stage_move_number_once"),
            models.CheckConstraint(
                condition=Q(from_stage__lte=4, to_stage__lte=4)
                & (
                    Q(to_stage=F("from_stage") + 1, happened_on__isnull=False)
                    | Q(from_stage=F("to_stage") + 1, happened_on__isnull=True)
                ),
                name="stage_move_one_at_a_time",
            ),
            models.CheckConstraint(condition=~Q(text=""), name="stage_move_says_what_or_why"),
        ]

    def __str__(self) -> str:
        return f"{self.item_id} {self.from_stage}→{self.to_stage}"
