from django.db import models

from pingyi.ledgers.decisions.models.meeting import DecisionMeeting
from pingyi.ledgers.decisions.models.topic import Topic
from pingyi.organisations.models import InstitutionRow


class CheckLog(InstitutionRow):
    """What the rules said when a topic was placed on an agenda, and when its item was closed: a list of code, verdict
    and message. Rows are only added.
    """

    topic = models.ForeignKey(Topic, on_delete=models.PROTECT, related_name="check_logs")
    meeting = models.ForeignKey(DecisionMeeting, on_delete=models.PROTECT, related_name="check_logs")
    findings = models.JSONField()
    checked_at = models.DateTimeField()
    checked_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"{self.topic_id} {self.checked_at}"
