from django.db import models

from pingyi.organisations.models import InstitutionRow
from pingyi.review.cycles.models import ReviewMeeting


class AppraisalSnapshot(InstitutionRow):
    """Input, rules' fingerprint and output of one calculation, never changed (database triggers refuse it).

    Screens, Word, Excel and interfaces read this and calculate nothing themselves. `input` is the document of the
    command `appraise`; reporters are named in it by the numbers of their rows. `output` is its answer, also when the
    rules of the review give no score (`{"error": …}`): then the committee decides without one.
    """

    meeting = models.ForeignKey(ReviewMeeting, on_delete=models.PROTECT, related_name="snapshots")
    sequence = models.PositiveSmallIntegerField()
    rules_fingerprint = models.CharField(max_length=64)
    # Of the file that the input is handed out as: sha256sum says the same.
    input_fingerprint = models.CharField(max_length=64)
    input = models.JSONField()
    output = models.JSONField()
    made_at = models.DateTimeField()
    made_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["meeting", "sequence"], name="snapshot_sequence_once")]

    def __str__(self) -> str:
        return f"snapshot {self.sequence} of {self.meeting_id}"
