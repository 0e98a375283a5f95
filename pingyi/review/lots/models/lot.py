from django.db import models
from django.db.models import Q

from pingyi.organisations.models import InstitutionRow
from pingyi.review.cycles.models import ReviewMeeting


class Lot(InstitutionRow):
    """A draw as it was announced, before any number was known. It does not change; a later draw is another row.

    `announcement` is what was made known, `commitment` its SHA-256, `reporters` the reporters behind its names.
    """

    class Method(models.TextChoices):
        """How the order comes about."""

        NUMBERS = "numbers"

    meeting = models.ForeignKey(ReviewMeeting, on_delete=models.PROTECT, related_name="lots")
    round = models.PositiveSmallIntegerField()
    method = models.CharField(max_length=8, choices=Method)
    reason = models.CharField(max_length=200, blank=True)
    announcement = models.JSONField()
    reporters = models.JSONField()
    commitment = models.CharField(max_length=64)
    # Address of the hall screen of this draw: whoever has it sees the screen, nothing more.
    hall_key = models.CharField(max_length=32, unique=True)
    announced_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")
    announced_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["meeting", "round"], name="lot_round_once"),
            models.CheckConstraint(condition=Q(round=1) | ~Q(reason=""), name="another_lot_says_why"),
        ]

    def __str__(self) -> str:
        return f"lot {self.round} of meeting {self.meeting_id}"


class LotDraw(InstitutionRow):
    """The numbers that were given, who watched, and the order that came of them."""

    lot = models.OneToOneField(Lot, on_delete=models.PROTECT, related_name="draw")
    numbers = models.JSONField()
    result = models.JSONField()
    witnesses = models.CharField(max_length=200)
    drawn_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")
    drawn_at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(witnesses=""), name="lot_drawn_before_witnesses")]

    def __str__(self) -> str:
        return f"draw of {self.lot_id}"


class LotConfirmation(InstitutionRow):
    """A person made the drawn order the order of speaking."""

    draw = models.OneToOneField(LotDraw, on_delete=models.PROTECT, related_name="confirmation")
    confirmed_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")
    confirmed_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"confirmation of {self.draw_id}"
