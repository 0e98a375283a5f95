from django.db import models

from pingyi.organisations.models import InstitutionRow
from pingyi.review.meetings.models.sitting import Sitting


class Speech(InstitutionRow):
    """The speech of the meeting in full, as the clerk recorded it. Its numbered requirements are rows of rectification.

    `version` grows with every writing: who writes over somebody else's words is told so first.
    """

    sitting = models.OneToOneField(Sitting, on_delete=models.PROTECT, related_name="speech")
    text = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"speech at {self.sitting_id}"
