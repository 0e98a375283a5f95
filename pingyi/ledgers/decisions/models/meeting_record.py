from django.db import models
from django.db.models import Q

from pingyi.ledgers.decisions.domain.bodies import BodyKind
from pingyi.ledgers.decisions.models.choices import choices_of
from pingyi.ledgers.decisions.models.meeting import DecisionMeeting
from pingyi.ledgers.kit.models import LedgerEvidence, LedgerRecord, PeriodExcuse


class MeetingRecord(LedgerRecord):
    """A meeting that was held, as it is filed and then confirmed or returned by the level above.

    It is written when attendance is. `correction` is what was said too little or wrong and is put right under the
    minutes, which themselves do not change; `informed_on` is when those who were absent were told of the outcome.
    """

    meeting = models.OneToOneField(DecisionMeeting, on_delete=models.PROTECT, related_name="record")
    correction = models.CharField(max_length=500, blank=True)
    informed_on = models.DateField(null=True)

    class Meta(LedgerRecord.Meta):
        """As every ledger has it."""

    def __str__(self) -> str:
        return f"record of {self.meeting_id}"


class MeetingEvidence(LedgerEvidence):
    """A paper of a meeting: the list with signatures, the signed minutes, a photograph."""

    record = models.ForeignKey(MeetingRecord, on_delete=models.CASCADE, related_name="evidence")

    class Meta(LedgerEvidence.Meta):
        constraints = [models.UniqueConstraint(fields=["record", "file"], name="meeting_evidence_once")]

    def __str__(self) -> str:
        return f"{self.file_id} of {self.record_id}"


class MeetingExcuse(PeriodExcuse):
    """Why a body did not meet as often as it should."""

    body = models.CharField(max_length=20, choices=choices_of(BodyKind))

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation", "body", "period"], name="meeting_excuse_once"),
            models.CheckConstraint(condition=~Q(reason=""), name="meeting_excuse_says_why"),
        ]

    def __str__(self) -> str:
        return f"{self.period} {self.body}"
